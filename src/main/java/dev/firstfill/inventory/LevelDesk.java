package dev.firstfill.inventory;

import dev.firstfill.drugs.DrugReference;
import dev.firstfill.drugs.Formulary;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.Page;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.StaleVersion;
import dev.firstfill.kernel.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where one sees what there is of each drug, and says how much there should be. */
@ApplicationScoped
public class LevelDesk {
    private static final Act SET = Act.of("set", "stock-level");
    private static final Act READ = Act.unrecorded("read", "stock-level");
    private static final Act LIST = Act.unrecorded("list", "stock-level");

    private final Transactions transactions;
    private final Clock clock;

    public LevelDesk(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    public Uni<DrugStock> read(DrugReference drug) {
        return transactions.read(
                READ, desk -> new Formulary(desk.session()).drug(drug).chain(found -> new LevelQueries(desk.session())
                        .of(found.id(), LocalDate.now(clock))));
    }

    /** Of the drugs that ever lay on a shelf or have a level, in the order in which they were entered. */
    public Uni<Page<DrugStock>> list(boolean lowOnly, PageRequest page) {
        return transactions.read(LIST, desk -> new LevelQueries(desk.session())
                .page(page, lowOnly, LocalDate.now(clock))
                .map(rows -> Page.cut(rows, page.limit(), Function.identity())));
    }

    /** @param level null for none */
    public Uni<DrugStock> reorderAt(DrugReference drug, int seen, @Nullable BigDecimal level) {
        return transactions.write(SET, desk -> {
            var now = Now.by(clock);
            return new Formulary(desk.session()).drug(drug).chain(found -> new StockLevels(desk.session())
                    .locked(found.id(), now)
                    .invoke(row -> {
                        StaleVersion.unless(row.version() == seen);
                        desk.journal().changed(found.id().value(), null, row.reorderLevel(), level);
                        row.reorderAt(level, now);
                    })
                    .call(desk.session()::flush)
                    .invoke(row -> desk.journal()
                            .announce(new Event(
                                    "stock-level.set", "stock-level", found.id().value(), row.version())))
                    .chain(() -> new LevelQueries(desk.session()).of(found.id(), LocalDate.now(clock))));
        });
    }
}
