package dev.firstfill.inventory;

import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.Page;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.StaleVersion;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.kernel.UniqueRule;
import dev.firstfill.kernel.Writing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.function.Function;

/** Where places for stock are entered and kept up to date. */
@ApplicationScoped
public class LocationFile {
    private static final Act ENTER = Act.of("enter", "stock-location");
    private static final Act AMEND = Act.of("amend", "stock-location");
    private static final Act READ = Act.unrecorded("read", "stock-location");
    private static final Act LIST = Act.unrecorded("list", "stock-location");

    private static final UniqueRule NAME_UNIQUE =
            new UniqueRule("stock_location_name_unique", InventoryRefusals.LocationNameTaken::new);

    private final Transactions transactions;
    private final Clock clock;

    public LocationFile(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    public Uni<StockLocation> enter(LocationDetails details) {
        return transactions.write(ENTER, desk -> {
            var location = new StockLocation(new StockLocationId(Ids.next()), details, Now.by(clock));
            desk.journal().changed(location.id().value(), null, null, details);
            return desk.session()
                    .persist(location)
                    .call(() -> NAME_UNIQUE.on(desk.session().flush()))
                    .invoke(() -> announce(desk, "stock-location.entered", location))
                    .replaceWith(location);
        });
    }

    /** @param location its id or name */
    public Uni<StockLocation> read(String location) {
        return transactions.read(READ, desk -> new StockLocations(desk.session()).find(location));
    }

    /** @param seen the version the caller saw; refused as stale when another is present */
    public Uni<StockLocation> amend(String location, int seen, LocationDetails details) {
        return transactions.write(AMEND, desk -> new StockLocations(desk.session())
                .find(location)
                .invoke(present -> {
                    StaleVersion.unless(present.version() == seen);
                    var before = present.details();
                    present.amend(details, Now.by(clock));
                    desk.journal().changed(present.id().value(), null, before, present.details());
                })
                .call(() -> NAME_UNIQUE.on(desk.session().flush()))
                .invoke(present -> announce(desk, "stock-location.amended", present)));
    }

    private static void announce(Writing desk, String type, StockLocation location) {
        desk.journal().announce(new Event(type, "stock-location", location.id().value(), location.version()));
    }

    public Uni<Page<StockLocation>> list(PageRequest page) {
        return transactions.read(LIST, desk -> new StockLocations(desk.session())
                .page(page)
                .map(rows -> Page.cut(rows, page.limit(), Function.identity())));
    }
}
