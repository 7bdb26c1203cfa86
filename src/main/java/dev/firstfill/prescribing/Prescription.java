package dev.firstfill.prescribing;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.drugs.PackageSize;
import dev.firstfill.identifiers.Icd10Code;
import dev.firstfill.identifiers.NcpdpProviderId;
import dev.firstfill.kernel.Decimals;
import dev.firstfill.patients.PatientId;
import dev.firstfill.prescribers.PrescriberId;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Generated;
import org.hibernate.generator.EventType;
import org.jspecify.annotations.Nullable;

/** A prescription and the rules of its life. What people wrote on it is sealed: {@link PrescriptionBook#words}. */
@Entity
@Table(name = "prescription")
public class Prescription {
    @Id
    @Column(name = "id")
    private UUID id;

    @Generated(event = EventType.INSERT)
    @Column(name = "number", insertable = false, updatable = false)
    private Long number;

    @Version
    @Column(name = "version")
    private int version;

    @Column(name = "patient_id", updatable = false)
    private UUID patient;

    @Column(name = "prescriber_id")
    private UUID prescriber;

    @Column(name = "drug_id")
    private UUID drug;

    @Column(name = "renews_id", updatable = false)
    private @Nullable UUID renews;

    @Column(name = "state")
    @Enumerated(EnumType.STRING)
    private PrescriptionState state;

    @Embedded
    private PrescriptionTerms terms;

    @Column(name = "fills_taken")
    private int fillsTaken;

    @Column(name = "icd10_codes")
    private String[] icd10Codes;

    @Column(name = "transferred_to")
    private @Nullable String transferredTo;

    @Column(name = "record")
    private byte[] record;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @SuppressWarnings("NullAway")
    protected Prescription() {}

    /** A draft. @param renews the prescription that ends with it, if any */
    @SuppressWarnings("NullAway")
    Prescription(
            PrescriptionId id, PrescriptionOrder order, byte[] record, @Nullable PrescriptionId renews, Instant now) {
        this.id = id.value();
        this.version = 1;
        this.patient = order.patient().value();
        this.renews = renews == null ? null : renews.value();
        this.state = PrescriptionState.DRAFT;
        this.createdAt = now;
        amend(order, record, now);
    }

    /** @throws PrescribingRefusals.RefillsBelowFillsTaken when no fill would remain: whoever wants that cancels it */
    void amend(PrescriptionOrder order, byte[] newRecord, Instant now) {
        if (fillsTaken > order.terms().refillsAuthorised()) {
            throw new PrescribingRefusals.RefillsBelowFillsTaken(fillsTaken);
        }
        this.prescriber = order.prescriber().value();
        this.drug = order.drug().value();
        this.terms = order.terms();
        this.icd10Codes = order.icd10Codes().stream().map(Icd10Code::value).toArray(String[]::new);
        this.record = newRecord.clone();
        this.updatedAt = now;
    }

    /** @throws PrescribingRefusals.MoveNotAllowed when there is no such move from where it stands today */
    void move(PrescriptionMove move, LocalDate today, Instant now) {
        state = stateOn(today).after(move);
        updatedAt = now;
    }

    /** With all its remaining fills; there is no way back. */
    void transfer(NcpdpProviderId pharmacy, byte[] newRecord, LocalDate today, Instant now) {
        move(PrescriptionMove.TRANSFER_OUT, today, now);
        transferredTo = pharmacy.value();
        record = newRecord.clone();
    }

    /** What stands in the way of filling it on that day; empty when nothing does. */
    public Optional<FillObstacle> obstacleToFilling(LocalDate today) {
        return FillRule.obstacle(this, today);
    }

    /** What stands in the way of handing over a fill that was taken before; empty when nothing does. */
    public Optional<FillObstacle> obstacleToTakenFill(LocalDate today) {
        return FillRule.obstacleToTakenFill(this, today);
    }

    /** Spends one fill. With the last one the prescription is complete. */
    public void takeFill(LocalDate today) {
        obstacleToFilling(today).ifPresent(obstacle -> {
            throw obstacle.refusal();
        });
        fillsTaken++;
        if (fillsRemaining() == 0) {
            state = state.after(PrescriptionMove.COMPLETE);
        }
    }

    /** Undoes {@link #takeFill}, whatever happened to the prescription since; a complete one is active again. */
    public void giveBackFill() {
        if (fillsTaken == 0) {
            throw new PrescribingRefusals.NoFillToGiveBack();
        }
        fillsTaken--;
        if (state == PrescriptionState.COMPLETED) {
            state = state.after(PrescriptionMove.REOPEN);
        }
    }

    /** As another system left it, whatever moves led there. */
    void standAs(PastState left) {
        state = left.state();
    }

    /**
     * Counts a fill that another system dispensed, in whatever state the prescription is: it is history, and no rule
     * can prevent it. With the last one a prescription that could still be filled is complete.
     *
     * @throws PrescribingRefusals.FilledBeyondAuthorised when none was left
     */
    void countPastFill() {
        if (fillsRemaining() == 0) {
            throw new PrescribingRefusals.FilledBeyondAuthorised(fillsAuthorised());
        }
        fillsTaken++;
        if (fillsRemaining() == 0) {
            state = switch (state) {
                case ACTIVE -> state.after(PrescriptionMove.COMPLETE);
                case ON_HOLD -> state.after(PrescriptionMove.RELEASE).after(PrescriptionMove.COMPLETE);
                case DRAFT, COMPLETED, CANCELLED, TRANSFERRED_OUT, EXPIRED -> state;
            };
        }
    }

    public PrescriptionId id() {
        return new PrescriptionId(id);
    }

    public PrescriptionNumber number() {
        return new PrescriptionNumber(number);
    }

    public int version() {
        return version;
    }

    public PatientId patient() {
        return new PatientId(patient);
    }

    public PrescriberId prescriber() {
        return new PrescriberId(prescriber);
    }

    public DrugId drug() {
        return new DrugId(drug);
    }

    /** The one whose renewal it is. */
    public Optional<PrescriptionId> renews() {
        return Optional.ofNullable(renews).map(PrescriptionId::new);
    }

    public PrescriptionState stateOn(LocalDate today) {
        return today.isAfter(terms.expiresOn()) ? state.onceOver() : state;
    }

    /** Of one fill, in {@link #unit}. */
    public BigDecimal quantity() {
        return Decimals.plain(terms.quantity());
    }

    public PackageSize.Unit unit() {
        return terms.unit();
    }

    /** How many days one fill lasts. */
    public int daysSupply() {
        return terms.daysSupply();
    }

    public int refillsAuthorised() {
        return terms.refillsAuthorised();
    }

    /** The first fill and the refills. */
    public int fillsAuthorised() {
        return 1 + terms.refillsAuthorised();
    }

    public int fillsTaken() {
        return fillsTaken;
    }

    public int fillsRemaining() {
        return fillsAuthorised() - fillsTaken;
    }

    public LocalDate writtenOn() {
        return terms.writtenOn();
    }

    /** The first day on which it may be filled. */
    public LocalDate startsOn() {
        return terms.startsOn();
    }

    /** The last day on which it may be filled. */
    public LocalDate expiresOn() {
        return terms.expiresOn();
    }

    /** The diagnoses it is for, the primary one first. */
    public List<Icd10Code> icd10Codes() {
        return Arrays.stream(icd10Codes).map(Icd10Code::new).toList();
    }

    public DispenseAsWritten dispenseAsWritten() {
        return terms.dispenseAsWritten();
    }

    public PrescriptionOrigin origin() {
        return terms.origin();
    }

    /** The sig in figures, if somebody gave it. */
    public Optional<Dosing> dosing() {
        return Optional.ofNullable(terms.dosing());
    }

    /** The pharmacy that has it now. */
    public Optional<NcpdpProviderId> transferredTo() {
        return Optional.ofNullable(transferredTo).map(NcpdpProviderId::new);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** As it is kept; what it is today, {@link #stateOn} says. */
    PrescriptionState state() {
        return state;
    }

    byte[] record() {
        return record;
    }

    PrescriptionTerms terms() {
        return terms;
    }

    PrescriptionOrder order(PrescriptionWords words) {
        return new PrescriptionOrder(patient(), prescriber(), drug(), terms.plain(), icd10Codes(), words);
    }
}
