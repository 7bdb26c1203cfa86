package dev.firstfill.prescribing;

import dev.firstfill.kernel.Colleague;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing that happened to a prescription: added when it happens, and never touched again. */
@Entity
@Table(name = "prescription_change")
class PrescriptionChange {
    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "prescription_id")
    private UUID prescription;

    @Column(name = "patient_id")
    private UUID patient;

    @Column(name = "at")
    private Instant at;

    @Column(name = "by_id")
    private String byId;

    @Column(name = "by_name")
    private String byName;

    @Column(name = "kind")
    @Enumerated(EnumType.STRING)
    private ChangeKind kind;

    @Column(name = "from_state")
    @Enumerated(EnumType.STRING)
    private @Nullable PrescriptionState from;

    @Column(name = "to_state")
    @Enumerated(EnumType.STRING)
    private PrescriptionState to;

    @Column(name = "reason")
    private @Nullable String reason;

    @Column(name = "record")
    private byte @Nullable [] record;

    @SuppressWarnings("NullAway")
    protected PrescriptionChange() {}

    @SuppressWarnings("NullAway")
    PrescriptionChange(
            UUID id, Prescription changed, Happening what, byte @Nullable [] record, Colleague by, Instant now) {
        this.id = id;
        this.prescription = changed.id().value();
        this.patient = changed.patient().value();
        this.at = now;
        this.byId = by.id();
        this.byName = by.name();
        this.kind = what.kind();
        this.from = what.from();
        this.to = what.to();
        this.reason = what.reason() == null ? null : what.reason().name();
        this.record = record == null ? null : record.clone();
    }

    /**
     * What happened, before anybody wrote down who did it and when.
     *
     * @param from null for what was not there before
     */
    record Happening(
            ChangeKind kind,
            @Nullable PrescriptionState from,
            PrescriptionState to,
            @Nullable Enum<?> reason) {}

    UUID id() {
        return id;
    }

    UUID patient() {
        return patient;
    }

    /** Null when nothing was written. */
    byte @Nullable [] record() {
        return record;
    }

    /** @param words null when the patient was erased since */
    RecordedChange opened(@Nullable ChangeWords words) {
        return new RecordedChange(
                id,
                at,
                new Colleague(byId, byName),
                kind,
                Optional.ofNullable(from),
                to,
                Optional.ofNullable(reason),
                words);
    }
}
