package dev.firstfill.tenancy.routing;

import dev.firstfill.kernel.Refusal;

/** No connection came free in time. Nothing was sent to the database. */
public final class DatabaseBusy extends Refusal {
    private static final long serialVersionUID = 1L;

    DatabaseBusy() {
        super(Kind.UNAVAILABLE, "database-busy", "The database is busy; nothing was done. Try again shortly.");
    }
}
