package dev.firstfill.inventory;

import dev.firstfill.kernel.Colleague;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A count as the table keeps one, and the rules of its life. */
@Entity
@Table(name = "stock_count")
class StockCountRow {
    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version")
    private int version;

    @Column(name = "location_id", updatable = false)
    private UUID location;

    @Column(name = "state")
    private String state;

    @Column(name = "sheet")
    @JdbcTypeCode(SqlTypes.JSON)
    private CountSheet sheet;

    @Column(name = "opened_by", updatable = false)
    private String openedBy;

    @Column(name = "opened_by_name", updatable = false)
    private String openedByName;

    @Column(name = "opened_at", updatable = false)
    private Instant openedAt;

    @Column(name = "closed_by")
    private @Nullable String closedBy;

    @Column(name = "closed_by_name")
    private @Nullable String closedByName;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @SuppressWarnings("NullAway")
    protected StockCountRow() {}

    @SuppressWarnings("NullAway")
    StockCountRow(UUID id, StockLocationId location, List<UUID> lots, Colleague by, Instant now) {
        this.id = id;
        this.version = 1;
        this.location = location.value();
        this.state = CountState.COUNTING.name();
        this.sheet = new CountSheet(
                lots.stream().map(lot -> new CountLine(lot, null, null)).toList());
        this.openedBy = by.id();
        this.openedByName = by.name();
        this.openedAt = now;
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
        closedBy = by.id();
        closedByName = by.name();
        closedAt = now;
    }

    private CountState state() {
        return CountState.valueOf(state);
    }

    StockCount seen() {
        return new StockCount(
                new StockCountId(id),
                version,
                new StockLocationId(location),
                state(),
                sheet.lines(),
                new Colleague(openedBy, openedByName),
                openedAt,
                closedBy == null || closedByName == null ? null : new Colleague(closedBy, closedByName),
                closedAt);
    }
}
