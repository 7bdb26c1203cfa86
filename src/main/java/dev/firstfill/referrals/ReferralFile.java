package dev.firstfill.referrals;

import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Page;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Where referrals are looked up. */
@ApplicationScoped
public class ReferralFile {
    private static final Act READ = Act.of("read", "referral");
    private static final Act READ_DOCUMENT = Act.of("read", "referral-document");
    private static final Act LIST = Act.of("list", "referral");

    private final Transactions transactions;

    public ReferralFile(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Of a patient who was erased, without what was ordered. Whom it may be about is shown, and so recorded. */
    public Uni<Referral> read(ReferralId id) {
        return transactions.read(READ, desk -> {
            desk.journal().about(id.toString());
            var referrals = new Referrals(desk.session(), desk.seals());
            return referrals
                    .find(id)
                    .chain(row -> referrals.order(row).map(order -> row.opened(order.orElse(null))))
                    .invoke(found -> found.candidates()
                            .forEach(candidate -> desk.journal().seen(candidate.value())));
        });
    }

    /** What was sent, byte for byte; refused when the patient was erased since. */
    public Uni<ReferralDocument> document(ReferralId id) {
        return transactions.read(READ_DOCUMENT, desk -> {
            desk.journal().about(id.toString());
            var referrals = new Referrals(desk.session(), desk.seals());
            return referrals.find(id).chain(row -> referrals
                    .sealing(row.patient())
                    .map(sealing -> new ReferralDocument(row.mediaType(), sealing.document(row), row.receivedAt())));
        });
    }

    /** In the order in which they came, without what was ordered. @param state null for all */
    public Uni<Page<Referral>> list(@Nullable ReferralState state, PageRequest page) {
        return transactions.read(LIST, desk -> new Referrals(desk.session(), desk.seals())
                .page(state, page)
                .map(rows -> Page.cut(rows, page.limit(), row -> row.opened(null)))
                .invoke(found -> found.items().forEach(referral -> {
                    if (referral.patient() != null) {
                        desk.journal().seen(referral.patient().value());
                    }
                })));
    }
}
