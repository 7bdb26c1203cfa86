package dev.firstfill.tenancy.routing;

import dev.firstfill.kernel.Refusal;

/** The database took a statement and said nothing for longer than anybody waits. Whether it was done is not known. */
public final class DatabaseSilent extends Refusal {
    private static final long serialVersionUID = 1L;

    public DatabaseSilent() {
        super(
                Kind.UNAVAILABLE,
                "database-silent",
                "The database does not answer; look again before you repeat a write.");
    }
}
