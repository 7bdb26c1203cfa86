package dev.firstfill.inventory;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.kernel.Decimals;
import dev.firstfill.kernel.Money;
import dev.firstfill.patients.PatientId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What there is of one drug, lot, expiry, ownership and place; in units of the drug's package. */
@Entity
@Table(name = "stock_lot")
class StockLot {
    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version")
    private int version;

    @Column(name = "drug_id", updatable = false)
    private UUID drug;

    @Column(name = "lot_number", updatable = false)
    private String lotNumber;

    @Column(name = "expires_on", updatable = false)
    private LocalDate expiresOn;

    @Column(name = "ownership", updatable = false)
    private String ownership;

    @Column(name = "owner", updatable = false)
    private @Nullable String owner;

    @Column(name = "patient_id", updatable = false)
    private @Nullable UUID patient;

    @Column(name = "location_id", updatable = false)
    private UUID location;

    @Column(name = "returned", updatable = false)
    private boolean returned;

    @Column(name = "status")
    private String status;

    @Column(name = "on_hand")
    private BigDecimal onHand;

    @Column(name = "reserved")
    private BigDecimal reserved;

    @Column(name = "bin")
    private @Nullable String bin;

    @Column(name = "serials")
    private String[] serials;

    @Column(name = "unit_cost")
    private @Nullable BigDecimal unitCost;

    @Column(name = "source")
    private @Nullable String source;

    @Column(name = "proposal")
    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable AdjustmentProposal proposal;

    @Column(name = "proposal_reason")
    private byte @Nullable [] proposalReason;

    @Column(name = "received_at", updatable = false)
    private Instant receivedAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @SuppressWarnings("NullAway")
    protected StockLot() {}

    /** @param signed the quantity; negative for an adjustment that takes away */
    void move(MovementKind kind, BigDecimal signed, Instant now) {
        var nextOnHand = onHand.add(signed.multiply(BigDecimal.valueOf(kind.onHand())));
        var nextReserved = reserved.add(signed.multiply(BigDecimal.valueOf(kind.reserved())));
        if (nextReserved.signum() < 0 || nextReserved.compareTo(nextOnHand) > 0) {
            throw new InventoryRefusals.InsufficientStock();
        }
        onHand = nextOnHand;
        reserved = nextReserved;
        updatedAt = now;
    }

    void become(LotStatus next, Instant now) {
        if (!status().mayBecome(next)) {
            throw new InventoryRefusals.LotStatusForbids(status(), next);
        }
        status = next.name();
        updatedAt = now;
    }

    /** Of two costs the later one is kept: it is what the next unit costs. */
    void receive(@Nullable String newBin, List<String> newSerials, @Nullable BigDecimal cost, @Nullable String paper) {
        bin = newBin == null ? bin : newBin;
        unitCost = cost == null ? unitCost : cost;
        source = paper == null ? source : paper;
        var all = new ArrayList<>(List.of(serials));
        all.addAll(newSerials);
        serials = all.toArray(String[]::new);
    }

    void propose(AdjustmentProposal correction, byte @Nullable [] sealedReason) {
        if (proposal != null) {
            throw new InventoryRefusals.AdjustmentPending();
        }
        proposal = correction;
        proposalReason = sealedReason == null ? null : sealedReason.clone();
    }

    void dropProposal() {
        proposal = null;
        proposalReason = null;
    }

    BigDecimal free() {
        return onHand.subtract(reserved);
    }

    StockLotId id() {
        return new StockLotId(id);
    }

    int version() {
        return version;
    }

    LotStatus status() {
        return LotStatus.valueOf(status);
    }

    LocalDate expiresOn() {
        return expiresOn;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    BigDecimal onHand() {
        return onHand;
    }

    BigDecimal reserved() {
        return reserved;
    }

    @Nullable
    AdjustmentProposal proposal() {
        return proposal;
    }

    byte @Nullable [] proposalReason() {
        return proposalReason;
    }

    LotIdentity identity() {
        return new LotIdentity(
                new DrugId(drug),
                lotNumber,
                expiresOn,
                Ownership.valueOf(ownership),
                owner,
                patient == null ? null : new PatientId(patient),
                new StockLocationId(location),
                returned);
    }

    Lot seen(@Nullable String proposalWords) {
        return new Lot(
                id(),
                version,
                identity(),
                status(),
                Decimals.plain(onHand),
                Decimals.plain(reserved),
                bin,
                List.of(serials),
                unitCost == null ? null : Money.of(unitCost),
                source,
                proposal,
                proposalWords,
                receivedAt,
                updatedAt);
    }
}
