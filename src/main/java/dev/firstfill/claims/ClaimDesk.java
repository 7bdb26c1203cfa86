package dev.firstfill.claims;

import dev.firstfill.drugs.Formulary;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.Page;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.kernel.Writing;
import dev.firstfill.patients.PatientChart;
import dev.firstfill.patients.PatientReference;
import dev.firstfill.patients.PatientRefusals;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Where claims are looked after. Those of a fill are submitted where it is dispensed, by the {@link ClaimBook}. */
@ApplicationScoped
public class ClaimDesk {
    private static final Act TEST = Act.of("test", "claim");
    private static final Act READ = Act.of("read", "claim");
    private static final Act LIST = Act.of("list", "claim");
    private static final Act REVERSE = Act.of("reverse", "claim");
    private static final Act ABANDON = Act.of("abandon", "claim");
    private static final Act INQUIRE = Act.of("inquire-after", "claim");
    private static final Act RESUBMIT = Act.of("resubmit", "claim");

    private final Transactions transactions;
    private final Payer payer;
    private final Clock clock;

    public ClaimDesk(Transactions transactions, Payer payer, Clock clock) {
        this.transactions = transactions;
        this.payer = payer;
        this.clock = clock;
    }

    /** Asks what would be paid for a fill of today. */
    public Uni<Claim> test(TestClaim wish, Colleague by) {
        return transactions.write(TEST, desk -> new PatientChart(desk.session(), desk.seals())
                .identified(wish.patient())
                .chain(patient -> new Formulary(desk.session())
                        .drug(wish.drug())
                        .map(drug -> new ClaimRequest(
                                null,
                                patient,
                                drug.details().ndc(),
                                wish.prescriber(),
                                wish.diagnoses(),
                                wish.benefit(),
                                LocalDate.now(clock),
                                wish.supply(),
                                wish.daw(),
                                wish.billed(),
                                by,
                                Now.by(clock))))
                .chain(request -> submit(desk, request)));
    }

    private Uni<Claim> submit(Writing desk, ClaimRequest request) {
        return book(desk).submit(request, payer).invoke(claim -> PayerDesk.tell(desk, null, claim));
    }

    public Uni<Claim> read(ClaimId claim) {
        return transactions.read(READ, desk -> {
            desk.journal().about(claim.toString());
            var claims = new Claims(desk.session(), desk.seals());
            return claims.find(claim).chain(claims::opened);
        });
    }

    /** @param patient whose claims; null for those of all */
    public Uni<Page<Claim>> list(
            @Nullable ClaimState state, @Nullable PatientReference patient, boolean attention, PageRequest page) {
        return transactions.read(LIST, desk -> {
            var claims = new Claims(desk.session(), desk.seals());
            var filter = patient == null
                    ? Uni.createFrom().item(new ClaimFilter(state, null, attention))
                    : new PatientChart(desk.session(), desk.seals())
                            .identified(patient)
                            .map(id -> new ClaimFilter(state, id, attention));
            return filter.chain(wanted -> claims.page(wanted, page)).chain(rows -> {
                var cut = Page.cut(rows, page.limit(), row -> row);
                return claims.opened(cut.items()).map(opened -> new Page<>(opened, cut.more()));
            });
        });
    }

    /** Takes back what was paid. */
    public Uni<Claim> reverse(ClaimId claim, Colleague by) {
        return change(REVERSE, claim, (book, row) -> book.reverse(row, by, Now.by(clock)));
    }

    /** Waits no longer for an answer, and takes back whatever may have been paid. */
    public Uni<Claim> abandon(ClaimId claim, Colleague by) {
        return change(ABANDON, claim, (book, row) -> book.abandon(row, by, Now.by(clock)));
    }

    /** Asks the payer again that did not answer. */
    public Uni<Claim> inquire(ClaimId claim) {
        return change(INQUIRE, claim, (book, row) -> {
            row.mustAwaitAnswer();
            book.ask(row);
            return Uni.createFrom().voidItem();
        });
    }

    private Uni<Claim> change(Act act, ClaimId claim, BiFunction<ClaimBook, ClaimRow, Uni<Void>> change) {
        return transactions.write(act, desk -> {
            desk.journal().about(claim.toString());
            var claims = new Claims(desk.session(), desk.seals());
            return claims.forChange(claim).chain(row -> claims.opened(row).chain(before -> change.apply(book(desk), row)
                    .chain(() -> claims.opened(row))
                    .invoke(after -> PayerDesk.tell(desk, before, after))));
        });
    }

    /** A rejected claim is billed anew, as another claim of the same fill. */
    public Uni<Claim> resubmit(ClaimId claim, BillingCodes codes, Colleague by) {
        return transactions.write(RESUBMIT, desk -> {
            desk.journal().about(claim.toString());
            var claims = new Claims(desk.session(), desk.seals());
            return claims.forChange(claim)
                    .invoke(ClaimRow::mustBeRejected)
                    .chain(claims::opened)
                    .map(rejected -> anew(rejected, codes, by))
                    .chain(request -> submit(desk, request));
        });
    }

    private ClaimRequest anew(Claim claim, BillingCodes codes, Colleague by) {
        var record = claim.record();
        if (record == null) {
            throw new PatientRefusals.PatientErased();
        }
        return new ClaimRequest(
                claim.fill(),
                claim.patient(),
                claim.drug(),
                claim.prescriber(),
                codes.diagnoses() == null ? record.diagnoses() : codes.diagnoses(),
                codes.benefit() == null ? claim.benefit() : codes.benefit(),
                claim.serviceOn(),
                claim.supply(),
                codes.daw() == null ? claim.daw() : codes.daw(),
                codes.billed() == null ? claim.billed() : codes.billed(),
                by,
                Now.by(clock));
    }

    private static ClaimBook book(Writing desk) {
        return new ClaimBook(desk.session(), desk.seals(), desk.journal());
    }
}
