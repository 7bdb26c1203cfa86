package dev.firstfill.reports;

import dev.firstfill.drugs.PackageSize;
import dev.firstfill.identifiers.Ndc;
import dev.firstfill.inventory.Ownership;
import dev.firstfill.inventory.StockOnHand;
import dev.firstfill.inventory.StockOnHand.Grouping;
import dev.firstfill.inventory.StockOnHand.Sum;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What lies on the shelves, of each drug. */
@ApplicationScoped
public class StockOnHandReport {
    private static final Act READ = Act.of("read", "stock-on-hand-report");

    private final Transactions transactions;
    private final Clock clock;

    public StockOnHandReport(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What there is of one drug, in units of its package. What is on hand is free, reserved, blocked or expired.
     *
     * @param ownership null when not broken down by it, as the owner and the expiry are
     */
    public record Stock(
            Ndc ndc,
            String drug,
            PackageSize.Unit unit,
            @Nullable Ownership ownership,
            @Nullable String owner,
            @Nullable LocalDate expiresOn,
            long lots,
            BigDecimal onHand,
            BigDecimal free,
            BigDecimal reserved,
            BigDecimal blocked,
            BigDecimal expired) {}

    /** In order of what it is broken down by: of expiries, the soonest first. */
    public Uni<Report<Stock>> read(Grouping grouping) {
        return transactions.read(READ, desk -> {
            var reader = new Reader(desk.session(), desk.journal(), clock);
            return new StockOnHand(desk.session())
                    .by(grouping, reader.today(), Report.FETCHED)
                    .chain(sums -> rows(reader, sums));
        });
    }

    private static Uni<Report<Stock>> rows(Reader reader, List<Sum> sums) {
        var shown = sums.stream().limit(Report.ROWS_MAX).toList();
        return reader.drugs(shown.stream().map(Sum::drug).toList()).map(named -> {
            var rows = shown.stream()
                    .map(sum -> {
                        var drug = named.get(sum.drug()).details();
                        return new Stock(
                                drug.ndc(),
                                drug.name(),
                                drug.packageSize().unit(),
                                sum.ownership(),
                                sum.owner(),
                                sum.expiresOn(),
                                sum.lots(),
                                sum.onHand(),
                                sum.free(),
                                sum.reserved(),
                                sum.blocked(),
                                sum.expired());
                    })
                    .toList();
            return reader.report(rows, sums.size() > Report.ROWS_MAX);
        });
    }
}
