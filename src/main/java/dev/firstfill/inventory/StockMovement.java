package dev.firstfill.inventory;

import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Decimals;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One line of the book of a lot: written once, never changed. */
@Entity
@Immutable
@Table(name = "stock_movement")
class StockMovement {
    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "lot_id")
    private UUID lot;

    @Column(name = "kind")
    private String kind;

    @Column(name = "quantity")
    private BigDecimal quantity;

    @Column(name = "on_hand_change")
    private BigDecimal onHandChange;

    @Column(name = "reserved_change")
    private BigDecimal reservedChange;

    @Column(name = "on_hand")
    private BigDecimal onHand;

    @Column(name = "reserved")
    private BigDecimal reserved;

    @Column(name = "dispense_id")
    private @Nullable UUID dispense;

    @Column(name = "other_lot_id")
    private @Nullable UUID otherLot;

    @Column(name = "reason_code")
    private @Nullable String reasonCode;

    @Column(name = "reason")
    private byte @Nullable [] reason;

    @Column(name = "reference")
    private @Nullable String reference;

    @Column(name = "by_id")
    private String byId;

    @Column(name = "by_name")
    private String byName;

    @Column(name = "at")
    private Instant at;

    @SuppressWarnings("NullAway")
    protected StockMovement() {}

    /** @param lot as it is after the movement */
    @SuppressWarnings("NullAway")
    StockMovement(
            UUID id, StockLot lot, MovementKind kind, BigDecimal signed, Stamp stamp, byte @Nullable [] sealedReason) {
        this.id = id;
        this.lot = lot.id().value();
        this.kind = kind.name();
        this.quantity = signed.abs();
        this.onHandChange = signed.multiply(BigDecimal.valueOf(kind.onHand()));
        this.reservedChange = signed.multiply(BigDecimal.valueOf(kind.reserved()));
        this.onHand = lot.onHand();
        this.reserved = lot.reserved();
        this.dispense = stamp.dispense();
        this.otherLot = stamp.otherLot();
        this.reasonCode = stamp.reasonCode();
        this.reason = sealedReason == null ? null : sealedReason.clone();
        this.reference = stamp.reference();
        this.byId = stamp.by().id();
        this.byName = stamp.by().name();
        this.at = stamp.at();
    }

    UUID id() {
        return id;
    }

    byte @Nullable [] reason() {
        return reason;
    }

    Movement opened(@Nullable String words) {
        return new Movement(
                id,
                new StockLotId(lot),
                MovementKind.valueOf(kind),
                Decimals.plain(quantity),
                Decimals.plain(onHandChange),
                Decimals.plain(reservedChange),
                Decimals.plain(onHand),
                Decimals.plain(reserved),
                dispense,
                otherLot,
                reasonCode,
                words,
                reference,
                new Colleague(byId, byName),
                at);
    }
}
