package dev.firstfill.drugs;

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

/** Where drugs are entered, looked up and kept up to date. */
@ApplicationScoped
public class DrugFile {
    /** What a person can look through at a glance; whoever sees this many types more letters. */
    public static final int SEARCH_RESULTS_MAX = 50;

    private static final Act ENTER = Act.of("enter", "drug");
    private static final Act READ = Act.unrecorded("read", "drug");
    private static final Act AMEND = Act.of("amend", "drug");
    private static final Act LIST = Act.unrecorded("list", "drug");
    private static final Act SEARCH = Act.unrecorded("search", "drug");

    private static final UniqueRule NDC_UNIQUE = new UniqueRule("drug_ndc_unique", DrugRefusals.NdcTaken::new);

    private final Transactions transactions;
    private final Clock clock;

    public DrugFile(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    public Uni<Drug> enter(DrugDetails details) {
        return transactions.write(ENTER, desk -> {
            var drug = new Drug(new DrugId(Ids.next()), details, Now.by(clock));
            desk.journal().changed(drug.id().value(), null, null, details);
            return desk.session()
                    .persist(drug)
                    .call(() -> NDC_UNIQUE.on(desk.session().flush()))
                    .replaceWith(drug);
        });
    }

    public Uni<Drug> read(DrugReference drug) {
        return transactions.read(READ, desk -> new Drugs(desk.session()).find(drug));
    }

    /** Replaces the record. @param seen the version the caller saw; refused as stale when another is present */
    public Uni<Drug> amend(DrugReference drug, int seen, DrugDetails details) {
        return amend(drug, seen, present -> details);
    }

    /** @param change makes the new record of the present one; whatever it throws leaves all as it was */
    public Uni<Drug> amend(DrugReference drug, int seen, UnaryOperator<DrugDetails> change) {
        return transactions.write(AMEND, desk -> new Drugs(desk.session())
                .find(drug)
                .invoke(present -> {
                    StaleVersion.unless(present.version() == seen);
                    var before = present.details();
                    present.amend(change.apply(before), Now.by(clock));
                    desk.journal().changed(present.id().value(), null, before, present.details());
                })
                .call(() -> NDC_UNIQUE.on(desk.session().flush())));
    }

    public Uni<Page<Drug>> list(PageRequest page) {
        return transactions.read(LIST, desk -> new Drugs(desk.session())
                .page(page)
                .map(rows -> Page.cut(rows, page.limit(), Function.identity())));
    }

    /** At most {@value #SEARCH_RESULTS_MAX}, in order of their names. */
    public Uni<List<Drug>> search(DrugSearch search) {
        return transactions.read(
                SEARCH, desk -> new Drugs(desk.session()).matching(search.checked(), SEARCH_RESULTS_MAX));
    }
}
