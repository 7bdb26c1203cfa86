package dev.firstfill.emergency;

import dev.firstfill.kernel.Colleague;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An access in an emergency as the table keeps one, and the rules of its life. */
@Entity
@Table(name = "emergency_access")
class EmergencyAccessRow {
    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version")
    private int version;

    @Column(name = "patient_id", updatable = false)
    private UUID patient;

    @Column(name = "opened_by", updatable = false)
    private String openedBy;

    @Column(name = "opened_by_name", updatable = false)
    private String openedByName;

    @Column(name = "opened_at", updatable = false)
    private Instant openedAt;

    @Column(name = "expires_at", updatable = false)
    private Instant expiresAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column(name = "reason_code", updatable = false)
    private String reasonCode;

    @Column(name = "reason", updatable = false)
    private byte[] reason;

    @Column(name = "reviewed_by")
    private @Nullable String reviewedBy;

    @Column(name = "reviewed_by_name")
    private @Nullable String reviewedByName;

    @Column(name = "reviewed_at")
    private @Nullable Instant reviewedAt;

    @Column(name = "outcome")
    private @Nullable String outcome;

    @Column(name = "note")
    private byte @Nullable [] note;

    @SuppressWarnings("NullAway")
    protected EmergencyAccessRow() {}

    @SuppressWarnings("NullAway")
    EmergencyAccessRow(
            UUID id,
            UUID patient,
            Colleague opener,
            EmergencyReason code,
            byte[] sealedReason,
            Instant now,
            Duration lifetime) {
        this.id = id;
        this.version = 1;
        this.patient = patient;
        this.openedBy = opener.id();
        this.openedByName = opener.name();
        this.openedAt = now;
        this.expiresAt = now.plus(lifetime);
        this.reasonCode = code.name();
        this.reason = sealedReason.clone();
    }

    /** To anybody else it is not there. */
    void mustBeOf(Colleague colleague) {
        if (!opener().isSameAs(colleague)) {
            throw new EmergencyRefusals.EmergencyAccessNotFound();
        }
    }

    void mustNotBeOver(Instant now) {
        if (closedAt != null || !now.isBefore(expiresAt)) {
            throw new EmergencyRefusals.EmergencyAccessOver();
        }
    }

    void close(Instant now) {
        mustNotBeOver(now);
        closedAt = now;
    }

    void mustBeReviewableBy(Colleague reviewer) {
        if (opener().isSameAs(reviewer)) {
            throw new EmergencyRefusals.OwnEmergencyAccess();
        }
        if (reviewedAt != null) {
            throw new EmergencyRefusals.EmergencyAccessReviewed();
        }
    }

    void review(Colleague reviewer, ReviewOutcome found, byte @Nullable [] sealedNote, Instant now) {
        mustBeReviewableBy(reviewer);
        reviewedBy = reviewer.id();
        reviewedByName = reviewer.name();
        reviewedAt = now;
        outcome = found.name();
        note = sealedNote == null ? null : sealedNote.clone();
    }

    UUID id() {
        return id;
    }

    UUID patient() {
        return patient;
    }

    EmergencyReason reasonCode() {
        return EmergencyReason.valueOf(reasonCode);
    }

    byte[] reason() {
        return reason;
    }

    byte @Nullable [] note() {
        return note;
    }

    private Colleague opener() {
        return new Colleague(openedBy, openedByName);
    }

    EmergencyAccess opened(@Nullable String openReason, @Nullable String openNote) {
        return new EmergencyAccess(
                id,
                version,
                patient,
                opener(),
                openedAt,
                expiresAt,
                closedAt,
                reasonCode(),
                openReason,
                review(openNote));
    }

    private @Nullable EmergencyReview review(@Nullable String openNote) {
        return reviewedBy == null || reviewedByName == null || reviewedAt == null || outcome == null
                ? null
                : new EmergencyReview(
                        new Colleague(reviewedBy, reviewedByName),
                        reviewedAt,
                        ReviewOutcome.valueOf(outcome),
                        openNote);
    }
}
