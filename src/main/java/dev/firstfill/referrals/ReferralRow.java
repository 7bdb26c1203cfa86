package dev.firstfill.referrals;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Lists;
import dev.firstfill.patients.PatientId;
import dev.firstfill.prescribers.PrescriberId;
import dev.firstfill.prescribing.PrescriptionId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A referral as the table keeps one: what was sent and read is sealed. */
@Entity
@Table(name = "referral")
class ReferralRow {
    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version")
    private int version;

    @Column(name = "state")
    @Enumerated(EnumType.STRING)
    private ReferralState state;

    @Column(name = "source", updatable = false)
    @Enumerated(EnumType.STRING)
    private ReferralSource source;

    @Column(name = "fingerprint", updatable = false)
    private long fingerprint;

    @Column(name = "media_type", updatable = false)
    private String mediaType;

    @Column(name = "document")
    private byte[] document;

    @Column(name = "record")
    private byte[] record;

    @Column(name = "outline")
    @JdbcTypeCode(SqlTypes.JSON)
    private Outline outline;

    @Column(name = "patient_id")
    private @Nullable UUID patient;

    @Column(name = "prescriber_id")
    private @Nullable UUID prescriber;

    @Column(name = "drug_id")
    private @Nullable UUID drug;

    @Column(name = "prescription_id")
    private @Nullable UUID prescription;

    @Column(name = "case_id")
    private @Nullable UUID openedCase;

    @Column(name = "duplicate_of", updatable = false)
    private @Nullable UUID duplicateOf;

    @Column(name = "received_by_id", updatable = false)
    private String receivedById;

    @Column(name = "received_by_name", updatable = false)
    private String receivedByName;

    @Column(name = "received_at", updatable = false)
    private Instant receivedAt;

    @Column(name = "reviewed_by_id")
    private @Nullable String reviewedById;

    @Column(name = "reviewed_by_name")
    private @Nullable String reviewedByName;

    @Column(name = "reviewed_at")
    private @Nullable Instant reviewedAt;

    @Column(name = "rejection")
    @Enumerated(EnumType.STRING)
    private @Nullable RejectionReason rejection;

    @SuppressWarnings("NullAway")
    protected ReferralRow() {}

    @SuppressWarnings("NullAway")
    ReferralRow(ReferralId id, Received received, ReferralState state, @Nullable UUID duplicateOf) {
        this.id = id.value();
        this.version = 1;
        this.state = state;
        this.source = received.source();
        this.fingerprint = received.fingerprint();
        this.mediaType = received.mediaType();
        this.outline = Outline.EMPTY;
        this.duplicateOf = duplicateOf;
        this.receivedById = received.by().id();
        this.receivedByName = received.by().name();
        this.receivedAt = received.at();
    }

    /**
     * What lists show: codes and ids, which name nobody.
     *
     * @param candidates whom it may be about
     */
    record Outline(List<Finding> findings, List<UUID> candidates) {
        static final Outline EMPTY = new Outline(List.of(), List.of());

        @SuppressWarnings("NullAway") // What is empty is not stored.
        Outline {
            findings = Lists.kept(findings);
            candidates = Lists.kept(candidates);
        }
    }

    /** What is known of a referral before anything is decided. */
    record Received(ReferralSource source, long fingerprint, String mediaType, Colleague by, Instant at) {}

    /** @param person whose key sealed the two; null when it was the pharmacy's */
    void keep(@Nullable PatientId person, byte[] sealedDocument, byte[] sealedRecord) {
        patient = person == null ? null : person.value();
        document = sealedDocument.clone();
        record = sealedRecord.clone();
    }

    void keepRecord(byte[] sealedRecord) {
        record = sealedRecord.clone();
    }

    void mayBe(List<PatientId> those, List<Finding> found) {
        outline = new Outline(found, those.stream().map(PatientId::value).toList());
    }

    /** What the pharmacy entered because of it, and what it still lacks. */
    void entered(
            @Nullable PrescriberId by, @Nullable DrugId ordered, @Nullable PrescriptionId draft, List<Finding> found) {
        prescriber = by == null ? null : by.value();
        drug = ordered == null ? null : ordered.value();
        prescription = draft == null ? null : draft.value();
        outline = new Outline(found, List.of());
    }

    void began(UUID caseId) {
        openedCase = caseId;
    }

    void reviewed(ReferralState decision, @Nullable RejectionReason why, Colleague by, Instant now) {
        state = state.decided(decision);
        rejection = why;
        outline = Outline.EMPTY;
        reviewedById = by.id();
        reviewedByName = by.name();
        reviewedAt = now;
    }

    ReferralId id() {
        return new ReferralId(id);
    }

    int version() {
        return version;
    }

    ReferralState state() {
        return state;
    }

    ReferralSource source() {
        return source;
    }

    String mediaType() {
        return mediaType;
    }

    byte[] document() {
        return document;
    }

    byte[] record() {
        return record;
    }

    @Nullable
    PatientId patient() {
        return patient == null ? null : new PatientId(patient);
    }

    @Nullable
    PrescriptionId prescription() {
        return prescription == null ? null : new PrescriptionId(prescription);
    }

    Instant receivedAt() {
        return receivedAt;
    }

    Referral opened(@Nullable ReferralOrder order) {
        return new Referral(
                id(),
                version,
                state,
                source,
                receivedAt,
                new Colleague(receivedById, receivedByName),
                patient(),
                prescriber == null ? null : new PrescriberId(prescriber),
                drug == null ? null : new DrugId(drug),
                prescription(),
                openedCase,
                duplicateOf == null ? null : new ReferralId(duplicateOf),
                outline.findings(),
                outline.candidates().stream().map(PatientId::new).toList(),
                reviewedById == null || reviewedByName == null ? null : new Colleague(reviewedById, reviewedByName),
                reviewedAt,
                rejection,
                order);
    }
}
