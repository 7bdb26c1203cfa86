package dev.firstfill.inventory;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.drugs.DrugReference;
import dev.firstfill.drugs.Formulary;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Page;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.Reading;
import dev.firstfill.kernel.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where one looks what is there. */
@ApplicationScoped
public class LotFile {
    private static final Act LIST = Act.unrecorded("list", "stock-lot");
    private static final Act READ = Act.unrecorded("read", "stock-lot");
    private static final Act MOVEMENTS = Act.unrecorded("list", "stock-movement");
    private static final Act PROPOSE = Act.unrecorded("propose", "stock-lot");

    private final Transactions transactions;
    private final Clock clock;

    public LotFile(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    public Uni<Page<Lot>> list(LotFilter filter, PageRequest page) {
        return transactions.read(LIST, desk -> drug(desk, filter)
                .chain(drug -> location(desk, filter).chain(location -> new LotQueries(desk.session(), desk.seals())
                        .page(filter, drug.orElse(null), location.orElse(null), page)))
                .map(rows -> Page.cut(rows, page.limit(), Function.identity())));
    }

    private static Uni<Optional<DrugId>> drug(Reading desk, LotFilter filter) {
        return filter.drug() == null
                ? Uni.createFrom().item(Optional.empty())
                : new Formulary(desk.session()).drug(filter.drug()).map(drug -> Optional.of(drug.id()));
    }

    private static Uni<Optional<StockLocationId>> location(Reading desk, LotFilter filter) {
        return filter.location() == null
                ? Uni.createFrom().item(Optional.empty())
                : new StockLocations(desk.session()).find(filter.location()).map(found -> Optional.of(found.id()));
    }

    public Uni<Lot> read(StockLotId lot) {
        return transactions.read(READ, desk -> new LotQueries(desk.session(), desk.seals()).find(lot));
    }

    /** In the order in which they were written. */
    public Uni<Page<Movement>> movements(StockLotId lot, PageRequest page) {
        return transactions.read(MOVEMENTS, desk -> {
            var lots = new LotQueries(desk.session(), desk.seals());
            return lots.find(lot)
                    .chain(() -> lots.movements(lot, page))
                    .map(rows -> Page.cut(rows, page.limit(), Function.identity()));
        });
    }

    /** Which lots to take from; nothing is kept by asking. */
    public Uni<Proposal> propose(
            DrugReference drug, BigDecimal quantity, @Nullable LocalDate mustLastUntil, @Nullable Ownership ownership) {
        return transactions.read(
                PROPOSE,
                desk -> new Formulary(desk.session()).drug(drug).chain(found -> new Shelf(desk.session(), clock)
                        .propose(new StockWish(
                                found.id(),
                                quantity,
                                LotRules.usableUntil(LocalDate.now(clock), mustLastUntil),
                                ownership,
                                null))));
    }
}
