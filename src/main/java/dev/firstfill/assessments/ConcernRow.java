package dev.firstfill.assessments;

import dev.firstfill.kernel.Colleague;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A concern as the table keeps one, and the rules of its life. */
@Entity
@Table(name = "clinical_concern")
class ConcernRow {
    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version")
    private int version;

    @Column(name = "patient_id", updatable = false)
    private UUID patient;

    @Column(name = "kind", updatable = false)
    private String kind;

    @Column(name = "code", updatable = false)
    private String code;

    @Column(name = "severity")
    private @Nullable String severity;

    @Column(name = "assessment_id")
    private @Nullable UUID assessment;

    @Column(name = "question")
    private @Nullable String question;

    @Column(name = "state")
    private String state;

    @Column(name = "due_on")
    private @Nullable LocalDate dueOn;

    @Column(name = "outcome")
    private @Nullable String outcome;

    @Column(name = "steps")
    @JdbcTypeCode(SqlTypes.JSON)
    private ConcernSteps steps;

    @Column(name = "record")
    private byte[] record;

    @Column(name = "raised_by", updatable = false)
    private String raisedBy;

    @Column(name = "raised_by_name", updatable = false)
    private String raisedByName;

    @Column(name = "raised_at", updatable = false)
    private Instant raisedAt;

    @Column(name = "resolved_at")
    private @Nullable Instant resolvedAt;

    @SuppressWarnings("NullAway")
    protected ConcernRow() {}

    @SuppressWarnings("NullAway")
    ConcernRow(UUID id, UUID patient, ConcernSign sign, @Nullable LocalDate dueOn, Colleague raiser, Instant now) {
        this.id = id;
        this.version = 1;
        this.patient = patient;
        this.kind = sign.kind().name();
        this.code = sign.code();
        this.severity = sign.severity() == null ? null : sign.severity().name();
        this.state = ConcernState.OPEN.name();
        this.dueOn = dueOn;
        this.steps = ConcernSteps.NONE;
        this.raisedBy = raiser.id();
        this.raisedByName = raiser.name();
        this.raisedAt = now;
    }

    ConcernRow raisedByAnswer(UUID byAssessment, String toQuestion) {
        assessment = byAssessment;
        question = toQuestion;
        return this;
    }

    boolean isRaisedBy(UUID byAssessment) {
        return byAssessment.equals(assessment);
    }

    boolean isSame(ConcernSign other) {
        return sign().isSame(other);
    }

    boolean isMilderThan(ConcernSign other) {
        var present = sign().severity();
        return present != null && other.severity() != null && present.compareTo(other.severity()) < 0;
    }

    /** Raised again, better or worse, while it is not resolved. */
    void raisedAgain(UUID byAssessment, String toQuestion, @Nullable Severity found) {
        assessment = byAssessment;
        question = toQuestion;
        severity = found == null ? null : found.name();
    }

    void keepNotes(byte[] sealedNotes) {
        record = sealedNotes.clone();
    }

    void followUp(FollowUpAction action, @Nullable LocalDate nextOn, Colleague by, Instant now) {
        state = state().afterFollowUp().name();
        dueOn = nextOn;
        steps = steps.with(new ConcernStep(action, by, now, nextOn));
    }

    void resolve(ConcernOutcome found, Colleague by, Instant now) {
        state = state().afterResolution().name();
        dueOn = null;
        outcome = found.name();
        resolvedAt = now;
        steps = steps.with(new ConcernStep(null, by, now, null));
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    UUID patient() {
        return patient;
    }

    ConcernState state() {
        return ConcernState.valueOf(state);
    }

    byte[] record() {
        return record;
    }

    int stepCount() {
        return steps.steps().size();
    }

    ConcernSign sign() {
        return new ConcernSign(ConcernKind.valueOf(kind), code, severity == null ? null : Severity.valueOf(severity));
    }

    Concern opened(ConcernNotes notes) {
        return new Concern(
                id,
                version,
                patient,
                sign(),
                assessment,
                question,
                state(),
                dueOn,
                outcome == null ? null : ConcernOutcome.valueOf(outcome),
                notes.raised(),
                IntStream.range(0, stepCount())
                        .mapToObj(
                                i -> opened(steps.steps().get(i), notes.steps().get(i)))
                        .toList(),
                new Colleague(raisedBy, raisedByName),
                raisedAt,
                resolvedAt);
    }

    private static Concern.Step opened(ConcernStep step, @Nullable String note) {
        return new Concern.Step(step.action(), step.by(), step.at(), step.dueOn(), note);
    }
}
