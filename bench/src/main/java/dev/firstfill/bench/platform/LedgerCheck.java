package dev.firstfill.bench.platform;

import dev.firstfill.bench.load.Psql;
import dev.firstfill.bench.measure.Side;
import java.io.IOException;
import java.sql.SQLException;
import java.util.regex.Pattern;

/** {@code bin/audit verify} of one ledger, and what it says of itself. */
public final class LedgerCheck {
    private static final Pattern SAID =
            Pattern.compile("in order; (\\d+) records, .*; (\\d+) records and ([0-9.]+) MB per second");

    private final Platform platform;
    private final Pharmacy pharmacy;

    public LedgerCheck(Platform platform, Pharmacy pharmacy) {
        this.platform = platform;
        this.pharmacy = pharmacy;
    }

    /** From the first record read to the last reckoned, without Java's start. */
    public Side.Work verify() throws IOException, InterruptedException {
        var said = Commands.shipped(platform)
                .run("AuditCommand", "verify", pharmacy.tenant().slug());
        var found = SAID.matcher(said);
        if (!found.find()) {
            throw new IllegalStateException("The ledger is not in order, or it is said otherwise now: " + said);
        }
        return new Side.Work(Double.parseDouble(found.group(3)), Long.parseLong(found.group(1)));
    }

    /** The same records leaving PostgreSQL as fast as they can, and nobody looking at them. */
    public Side.Work fetch() throws IOException, InterruptedException, SQLException {
        var megabytes = records() * bytesEach() / 1e6;
        var copy = "\\copy (select seq, hash, id, at, actor, act, outcome, person, persons, entry, sealed"
                + " from %s.audit_record order by seq) to '/dev/null' (format binary)".formatted(pharmacy.schema());
        long began = System.nanoTime();
        try (var psql = new Psql(platform)) {
            psql.run(copy);
        }
        return new Side.Work(megabytes * 1e9 / (System.nanoTime() - began), records());
    }

    public long records() throws SQLException {
        return platform.number("select count(*) from %s.audit_record".formatted(pharmacy.schema()));
    }

    /** How much of a record is hashed, on average. */
    public int bytesEach() throws SQLException {
        return (int) platform.number("""
                select avg(76 + length(actor) + length(act) + length(outcome) + length(entry::text) + coalesce(length(sealed), 0))::int
                from (select * from %s.audit_record order by seq desc limit 1000) latest
                """.formatted(pharmacy.schema()));
    }
}
