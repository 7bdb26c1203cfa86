package dev.firstfill.prescribing;

import dev.firstfill.kernel.Colleague;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request for a renewal as the table keeps one. */
@Entity
@Table(name = "renewal_request")
@IdClass(RenewalRequestRow.Key.class)
class RenewalRequestRow {
    /** Requests of one prescription lie together, in their order. */
    record Key(UUID prescription, UUID id) {}

    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version")
    private int version;

    @Id
    @Column(name = "prescription_id")
    private UUID prescription;

    @Column(name = "patient_id", updatable = false)
    private UUID patient;

    @Column(name = "state")
    @Enumerated(EnumType.STRING)
    private RenewalState state;

    @Column(name = "requested_by", updatable = false)
    @Enumerated(EnumType.STRING)
    private RenewalRequester requestedBy;

    @Column(name = "requested_at", updatable = false)
    private Instant requestedAt;

    @Column(name = "entered_by_id", updatable = false)
    private String enteredById;

    @Column(name = "entered_by_name", updatable = false)
    private String enteredByName;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @Column(name = "answered_by_id")
    private @Nullable String answeredById;

    @Column(name = "answered_by_name")
    private @Nullable String answeredByName;

    @Column(name = "denial_reason")
    @Enumerated(EnumType.STRING)
    private @Nullable RenewalDenial denialReason;

    @Column(name = "renewed_as_id")
    private @Nullable UUID renewedAs;

    @Column(name = "record")
    private byte[] record;

    @SuppressWarnings("NullAway")
    protected RenewalRequestRow() {}

    @SuppressWarnings("NullAway")
    RenewalRequestRow(
            UUID id, Prescription renewed, RenewalRequester requestedBy, byte[] record, Colleague by, Instant now) {
        this.id = id;
        this.version = 1;
        this.prescription = renewed.id().value();
        this.patient = renewed.patient().value();
        this.state = RenewalState.OPEN;
        this.requestedBy = requestedBy;
        this.requestedAt = now;
        this.enteredById = by.id();
        this.enteredByName = by.name();
        this.record = record.clone();
    }

    /** Only open ones are looked up to be answered. @param renewal the new prescription, if it was approved */
    void answer(RenewalAnswer answer, @Nullable PrescriptionId renewal, byte[] newRecord, Colleague by, Instant now) {
        state = answer.outcome().state();
        denialReason = answer.reason();
        renewedAs = renewal == null ? null : renewal.value();
        answeredAt = now;
        answeredById = by.id();
        answeredByName = by.name();
        record = newRecord.clone();
    }

    UUID id() {
        return id;
    }

    byte[] record() {
        return record;
    }

    /** @param words null when the patient was erased */
    RenewalRequest opened(@Nullable RenewalWords words) {
        return new RenewalRequest(
                id,
                version,
                new PrescriptionId(prescription),
                state,
                requestedBy,
                requestedAt,
                new Colleague(enteredById, enteredByName),
                words == null ? null : words.note(),
                answer(words));
    }

    private RenewalRequest.@Nullable Answer answer(@Nullable RenewalWords words) {
        return answeredAt == null || answeredById == null || answeredByName == null
                ? null
                : new RenewalRequest.Answer(
                        answeredAt,
                        new Colleague(answeredById, answeredByName),
                        denialReason,
                        renewedAs == null ? null : new PrescriptionId(renewedAs),
                        words == null ? null : words.answer());
    }
}
