package dev.firstfill.prescribers;

import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.Page;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.StaleVersion;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.kernel.UniqueRule;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Where prescribers are entered, looked up and kept up to date. */
@ApplicationScoped
public class PrescriberDirectory {
    /** What a person can look through at a glance; whoever sees this many types more letters. */
    public static final int SEARCH_RESULTS_MAX = 50;

    private static final Act ENTER = Act.of("enter", "prescriber");
    private static final Act READ = Act.unrecorded("read", "prescriber");
    private static final Act AMEND = Act.of("amend", "prescriber");
    private static final Act LIST = Act.unrecorded("list", "prescriber");
    private static final Act SEARCH = Act.unrecorded("search", "prescriber");

    private static final UniqueRule NPI_UNIQUE =
            new UniqueRule("prescriber_npi_unique", PrescriberRefusals.NpiTaken::new);

    private final Transactions transactions;
    private final Clock clock;

    public PrescriberDirectory(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    public Uni<Prescriber> enter(PrescriberDetails details) {
        return transactions.write(ENTER, desk -> {
            var prescriber = new Prescriber(new PrescriberId(Ids.next()), details, Now.by(clock));
            desk.journal().changed(prescriber.id().value(), null, null, details);
            return desk.session()
                    .persist(prescriber)
                    .call(() -> NPI_UNIQUE.on(desk.session().flush()))
                    .replaceWith(prescriber);
        });
    }

    public Uni<Prescriber> read(PrescriberReference prescriber) {
        return transactions.read(READ, desk -> new Prescribers(desk.session()).find(prescriber));
    }

    /** Replaces the record. @param seen the version the caller saw; refused as stale when another is present */
    public Uni<Prescriber> amend(PrescriberReference prescriber, int seen, PrescriberDetails details) {
        return amend(prescriber, seen, present -> details);
    }

    /** @param change makes the new record of the present one; whatever it throws leaves all as it was */
    public Uni<Prescriber> amend(PrescriberReference prescriber, int seen, UnaryOperator<PrescriberDetails> change) {
        return transactions.write(AMEND, desk -> new Prescribers(desk.session())
                .find(prescriber)
                .invoke(present -> {
                    StaleVersion.unless(present.version() == seen);
                    var before = present.details();
                    present.amend(change.apply(before), Now.by(clock));
                    desk.journal().changed(present.id().value(), null, before, present.details());
                })
                .call(() -> NPI_UNIQUE.on(desk.session().flush())));
    }

    public Uni<Page<Prescriber>> list(PageRequest page) {
        return transactions.read(LIST, desk -> new Prescribers(desk.session())
                .page(page)
                .map(rows -> Page.cut(rows, page.limit(), Function.identity())));
    }

    /** At most {@value #SEARCH_RESULTS_MAX}, in order of their family names. */
    public Uni<List<Prescriber>> search(PrescriberSearch search) {
        return transactions.read(
                SEARCH, desk -> new Prescribers(desk.session()).matching(search.checked(), SEARCH_RESULTS_MAX));
    }
}
