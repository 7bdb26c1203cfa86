package dev.firstfill.inventory;

import dev.firstfill.kernel.Colleague;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A count as the table keeps one, and the rules of its life. */
@Entity
@DiscriminatorValue("COUNT")
class StockCountRow extends StockPaper {
    @Column(name = "location_id", updatable = false)
    private UUID location;

    @Column(name = "state")
    private String state;

    @Column(name = "sheet")
    @JdbcTypeCode(SqlTypes.JSON)
    private CountSheet sheet;

    @SuppressWarnings("NullAway")
    protected StockCountRow() {}

    @SuppressWarnings("NullAway")
    StockCountRow(UUID id, StockLocationId location, List<UUID> lots, Colleague by, Instant now) {
        super(id, null, by, now);
        this.location = location.value();
        this.state = CountState.COUNTING.name();
        this.sheet = new CountSheet(
                lots.stream().map(lot -> new CountLine(lot, null, null)).toList());
    }

    void count(StockLotId lot, Tally tally) {
        tally(lot, line -> line.counted(tally), tally);
    }

    void recount(StockLotId lot, Tally tally) {
        tally(lot, line -> line.recounted(tally), tally);
    }

    private void tally(StockLotId lot, UnaryOperator<CountLine> work, Tally tally) {
        if (state() != CountState.COUNTING) {
            throw new InventoryRefusals.CountNotOpen();
        }
        if (sheet.lines().stream().noneMatch(line -> line.lot().equals(lot.value()))) {
            throw new InventoryRefusals.NotOnSheet();
        }
        sheet = new CountSheet(sheet.lines().stream()
                .map(line -> line.lot().equals(lot.value()) ? work.apply(line) : line)
                .toList());
        if (sheet.lines().stream().allMatch(CountLine::isSettled)) {
            settle(tally.by(), tally.at());
        }
    }

    private void settle(Colleague by, Instant now) {
        if (differing().isEmpty()) {
            close(CountState.CLOSED, by, now);
        } else {
            state = CountState.AWAITING_SIGNATURE.name();
        }
    }

    List<CountLine> differing() {
        return sheet.lines().stream().filter(CountLine::differs).toList();
    }

    /** By none of those whose figures go into the book. */
    void sign(Colleague by, Instant now) {
        if (state() != CountState.AWAITING_SIGNATURE) {
            throw new InventoryRefusals.CountNotReady();
        }
        boolean own = differing().stream()
                .map(CountLine::tally)
                .anyMatch(tally -> tally != null && tally.by().isSameAs(by));
        if (own) {
            throw new InventoryRefusals.OwnSignature();
        }
        close(CountState.CLOSED, by, now);
    }

    void cancel(Colleague by, Instant now) {
        if (state().isOver()) {
            throw new InventoryRefusals.CountNotOpen();
        }
        close(CountState.CANCELLED, by, now);
    }

    private void close(CountState as, Colleague by, Instant now) {
        state = as.name();
        closed(by, now);
    }

    private CountState state() {
        return CountState.valueOf(state);
    }

    StockCount seen() {
        return new StockCount(
                new StockCountId(id()),
                version(),
                new StockLocationId(location),
                state(),
                sheet.lines(),
                opener(),
                openedAt(),
                closer(),
                closedAt());
    }
}
