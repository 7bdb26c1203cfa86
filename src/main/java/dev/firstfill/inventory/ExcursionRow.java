package dev.firstfill.inventory;

import dev.firstfill.kernel.Colleague;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An excursion as the table keeps one: open until the last of its lots is decided on. */
@Entity
@DiscriminatorValue("EXCURSION")
class ExcursionRow extends StockPaper {
    private static final String OPEN = "OPEN";
    private static final String DECIDED = "DECIDED";

    @Column(name = "location_id", updatable = false)
    private UUID location;

    @Column(name = "begun_at", updatable = false)
    private Instant begunAt;

    @Column(name = "ended_at", updatable = false)
    private Instant endedAt;

    @Column(name = "mean_kinetic", updatable = false)
    private BigDecimal meanKinetic;

    @Column(name = "log")
    @JdbcTypeCode(SqlTypes.JSON)
    private ExcursionLog log;

    @Column(name = "state")
    private String state;

    @SuppressWarnings("NullAway")
    protected ExcursionRow() {}

    @SuppressWarnings("NullAway")
    ExcursionRow(
            UUID id,
            StockLocationId location,
            ExcursionLog log,
            byte @Nullable [] sealedNote,
            Colleague by,
            Instant now) {
        super(id, sealedNote, by, now);
        var times = log.readings().stream().map(TemperatureReading::at).sorted().toList();
        this.location = location.value();
        this.begunAt = times.getFirst();
        this.endedAt = times.getLast();
        this.meanKinetic = MeanKineticTemperature.of(
                log.readings().stream().map(TemperatureReading::celsius).toList());
        this.log = log;
        this.state = stateOf(log);
    }

    /** @throws InventoryRefusals.NotAffected when one of the lots does not wait for it */
    void decide(Set<UUID> lots, Disposition decision, Colleague by, Instant now) {
        if (!lots.stream().allMatch(lot -> waitsFor(new StockLotId(lot)))) {
            throw new InventoryRefusals.NotAffected();
        }
        log = new ExcursionLog(
                log.readings(),
                log.lots().stream()
                        .map(lot -> lots.contains(lot.lot()) ? lot.decided(decision, by, now) : lot)
                        .toList());
        state = stateOf(log);
    }

    private static String stateOf(ExcursionLog log) {
        return log.lots().stream().anyMatch(AffectedLot::waits) ? OPEN : DECIDED;
    }

    boolean waitsFor(StockLotId lot) {
        return log.lots().stream().anyMatch(one -> one.lot().equals(lot.value()) && one.waits());
    }

    Excursion opened(@Nullable String words) {
        return new Excursion(
                new ExcursionId(id()),
                version(),
                new StockLocationId(location),
                begunAt,
                endedAt,
                log.readings(),
                meanKinetic,
                log.lots(),
                words,
                opener(),
                openedAt());
    }
}
