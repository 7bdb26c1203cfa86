package dev.firstfill.inventory;

import dev.firstfill.kernel.Colleague;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An excursion as the table keeps one: open until the last of its lots is decided on. */
@Entity
@Table(name = "excursion")
class ExcursionRow {
    private static final String OPEN = "OPEN";
    private static final String DECIDED = "DECIDED";

    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version")
    private int version;

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

    @Column(name = "note", updatable = false)
    private byte @Nullable [] note;

    @Column(name = "reported_by", updatable = false)
    private String reportedBy;

    @Column(name = "reported_by_name", updatable = false)
    private String reportedByName;

    @Column(name = "reported_at", updatable = false)
    private Instant reportedAt;

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
        var times = log.readings().stream().map(TemperatureReading::at).sorted().toList();
        this.id = id;
        this.version = 1;
        this.location = location.value();
        this.begunAt = times.getFirst();
        this.endedAt = times.getLast();
        this.meanKinetic = MeanKineticTemperature.of(
                log.readings().stream().map(TemperatureReading::celsius).toList());
        this.log = log;
        this.note = sealedNote == null ? null : sealedNote.clone();
        this.reportedBy = by.id();
        this.reportedByName = by.name();
        this.reportedAt = now;
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

    UUID id() {
        return id;
    }

    byte @Nullable [] note() {
        return note;
    }

    Excursion opened(@Nullable String words) {
        return new Excursion(
                new ExcursionId(id),
                version,
                new StockLocationId(location),
                begunAt,
                endedAt,
                log.readings(),
                meanKinetic,
                log.lots(),
                words,
                new Colleague(reportedBy, reportedByName),
                reportedAt);
    }
}
