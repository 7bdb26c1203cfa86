package dev.firstfill.dispensing;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.patients.PatientId;
import dev.firstfill.prescribing.PrescriptionId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Generated;
import org.jspecify.annotations.Nullable;

/** A dispense as the table keeps one, and the moves of its life. */
@Entity
@Table(name = "dispense")
class DispenseRow {
    @Id
    @Column(name = "id")
    private UUID id;

    @Generated
    @Column(name = "number", insertable = false, updatable = false)
    private long number;

    @Version
    @Column(name = "version")
    private int version;

    @Column(name = "prescription_id", updatable = false)
    private UUID prescription;

    @Column(name = "patient_id", updatable = false)
    private UUID patient;

    @Column(name = "drug_id", updatable = false)
    private UUID drug;

    @Column(name = "fill_number", updatable = false)
    private int fillNumber;

    @Enumerated(EnumType.STRING)
    @Column(name = "part", updatable = false)
    private DispensePart part;

    @Column(name = "completes", updatable = false)
    private @Nullable UUID completes;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private DispenseState state;

    @Column(name = "quantity", updatable = false)
    private BigDecimal quantity;

    @Column(name = "days_supply", updatable = false)
    private int daysSupply;

    @Column(name = "billed_quantity")
    private BigDecimal billedQuantity;

    @Column(name = "completion_due_on")
    private @Nullable LocalDate completionDueOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "tolerance")
    private ToleranceCall.@Nullable Outcome tolerance;

    @Column(name = "needed_on")
    private LocalDate neededOn;

    @Column(name = "filled_on")
    private @Nullable LocalDate filledOn;

    @Column(name = "filled_by")
    private @Nullable String filledBy;

    @Column(name = "verified_by")
    private @Nullable String verifiedBy;

    @Column(name = "shipped_at")
    private @Nullable Instant shippedAt;

    @Column(name = "delivered_at")
    private @Nullable Instant deliveredAt;

    @Column(name = "returned_at")
    private @Nullable Instant returnedAt;

    @Column(name = "record")
    private byte[] record;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @SuppressWarnings("NullAway")
    protected DispenseRow() {}

    @SuppressWarnings("NullAway")
    DispenseRow(DispenseId id, FillPlan plan, byte[] sealed, Instant now) {
        this.id = id.value();
        this.version = 1;
        this.prescription = plan.prescription().value();
        this.patient = plan.patient().value();
        this.drug = plan.drug().value();
        this.fillNumber = plan.fillNumber();
        this.part = plan.part();
        this.completes = plan.completes() == null ? null : plan.completes().value();
        this.state = DispenseState.QUEUED;
        this.quantity = plan.quantity();
        this.daysSupply = plan.daysSupply();
        this.billedQuantity = plan.billedQuantity();
        this.completionDueOn = plan.completionDueOn();
        this.neededOn = plan.neededOn();
        this.record = sealed.clone();
        this.createdAt = now;
        this.updatedAt = now;
    }

    void keep(byte[] sealed, Instant now) {
        this.record = sealed.clone();
        this.updatedAt = now;
    }

    void fill(Colleague by, LocalDate today, Instant now) {
        move(DispenseMove.FILL, now);
        filledBy = by.id();
        filledOn = today;
    }

    /** Back to the queue, as if nobody had filled it. */
    void reject(Instant now) {
        move(DispenseMove.REJECT, now);
        filledBy = null;
        filledOn = null;
    }

    /** @throws DispensingRefusals.OwnFill when whoever filled it wants to verify it as well */
    void verify(Colleague by, Instant now) {
        move(DispenseMove.VERIFY, now);
        if (by.id().equals(filledBy)) {
            throw new DispensingRefusals.OwnFill();
        }
        verifiedBy = by.id();
    }

    void ship(Instant now) {
        move(DispenseMove.SHIP, now);
        shippedAt = now;
    }

    void deliver(Instant at, Instant now) {
        move(DispenseMove.DELIVER, now);
        if (shippedAt != null && at.isBefore(shippedAt)) {
            throw new DispensingRefusals.DeliveredBeforeShipped();
        }
        if (at.isAfter(now)) {
            throw new DispensingRefusals.DeliveredInFuture();
        }
        deliveredAt = at;
    }

    void comeBack(Instant now) {
        move(DispenseMove.RETURN, now);
        returnedAt = now;
    }

    /** @param move one that changes the state and nothing else */
    void move(DispenseMove move, Instant now) {
        state = move.from(state);
        updatedAt = now;
    }

    /** @throws DispensingRefusals.NothingToComplete when it is no partial fill that has left */
    void hear(ToleranceCall.Outcome said, Instant now) {
        if (part != DispensePart.PARTIAL || state.isOpen() || state.isUndone()) {
            throw new DispensingRefusals.NothingToComplete();
        }
        tolerance = said;
        updatedAt = now;
    }

    DispenseId id() {
        return new DispenseId(id);
    }

    PrescriptionId prescription() {
        return new PrescriptionId(prescription);
    }

    PatientId patient() {
        return new PatientId(patient);
    }

    DrugId drug() {
        return new DrugId(drug);
    }

    DispenseState state() {
        return state;
    }

    DispensePart part() {
        return part;
    }

    Optional<DispenseId> completes() {
        return Optional.ofNullable(completes).map(DispenseId::new);
    }

    BigDecimal quantity() {
        return quantity;
    }

    @Nullable
    Instant shippedAt() {
        return shippedAt;
    }

    int daysSupply() {
        return daysSupply;
    }

    StandingFill standing() {
        return new StandingFill(id(), fillNumber, part, state, quantity, daysSupply, billedQuantity, tolerance);
    }

    int version() {
        return version;
    }

    byte[] record() {
        return record;
    }

    DispenseLog.Trace traced(List<DispenseLot> lots) {
        if (shippedAt == null) {
            throw new IllegalStateException("What never left has gone nowhere: " + id);
        }
        return new DispenseLog.Trace(
                id(), new DispenseNumber(number), prescription(), patient(), lots, shippedAt, deliveredAt, returnedAt);
    }

    Dispense opened(DispenseRecord open, List<DispenseLot> lots) {
        return new Dispense(
                id(),
                new DispenseNumber(number),
                version,
                prescription(),
                patient(),
                drug(),
                fillNumber,
                part,
                completes().orElse(null),
                state,
                quantity,
                daysSupply,
                billedQuantity,
                completionDueOn,
                tolerance,
                neededOn,
                filledOn,
                shippedAt,
                deliveredAt,
                returnedAt,
                open,
                lots,
                createdAt,
                updatedAt);
    }
}
