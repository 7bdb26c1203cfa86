package dev.firstfill.assessments;

import dev.firstfill.assessments.AssessmentState.Move;
import dev.firstfill.identifiers.Icd10Code;
import dev.firstfill.kernel.Colleague;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An assessment as the table keeps one, and the rules of its life. */
@Entity
@Table(name = "assessment")
class AssessmentRow {
    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version")
    private int version;

    @Column(name = "patient_id", updatable = false)
    private UUID patient;

    @Column(name = "template_code", updatable = false)
    private String templateCode;

    @Column(name = "template_number", updatable = false)
    private int templateNumber;

    @Column(name = "condition", updatable = false)
    private String condition;

    @Column(name = "icd10_prefixes", updatable = false)
    private String[] icd10Prefixes;

    @Column(name = "prescription_id")
    private @Nullable UUID prescription;

    @Column(name = "dispense_id")
    private @Nullable UUID dispense;

    @Column(name = "assessed_on")
    private LocalDate assessedOn;

    @Column(name = "current_until")
    private LocalDate currentUntil;

    /** Answers lie in rows of their own: without it, other ones would not make this another version. */
    @Column(name = "times_answered")
    private int timesAnswered;

    @Column(name = "state")
    private String state;

    @Column(name = "record")
    private byte[] record;

    @Column(name = "score")
    private @Nullable Integer score;

    @Column(name = "score_band")
    private @Nullable String scoreBand;

    @Column(name = "adherence_score")
    private @Nullable Integer adherenceScore;

    @Column(name = "adherence_band")
    private @Nullable String adherenceBand;

    @Column(name = "side_effects")
    private String @Nullable [] sideEffects;

    @Column(name = "barriers")
    private String @Nullable [] barriers;

    @Column(name = "amends")
    private @Nullable UUID amends;

    @Column(name = "amended_by")
    private @Nullable UUID amendedBy;

    @Column(name = "begun_by", updatable = false)
    private String begunBy;

    @Column(name = "begun_by_name", updatable = false)
    private String begunByName;

    @Column(name = "begun_at", updatable = false)
    private Instant begunAt;

    @Column(name = "signed_by")
    private @Nullable String signedBy;

    @Column(name = "signed_by_name")
    private @Nullable String signedByName;

    @Column(name = "signed_as")
    private @Nullable String signedAs;

    @Column(name = "signed_at")
    private @Nullable Instant signedAt;

    @SuppressWarnings("NullAway")
    protected AssessmentRow() {}

    /** A draft without anything in it: {@link #answer} comes next. */
    @SuppressWarnings("NullAway")
    AssessmentRow(UUID id, UUID patient, Template template, Colleague beginner, Instant now) {
        this.id = id;
        this.version = 1;
        this.patient = patient;
        this.templateCode = template.code();
        this.templateNumber = template.number();
        this.condition = template.content().condition();
        this.icd10Prefixes = template.content().icd10Prefixes().toArray(String[]::new);
        this.state = AssessmentState.DRAFT.name();
        this.begunBy = beginner.id();
        this.begunByName = beginner.name();
        this.begunAt = now;
    }

    /** What was asked, when and about what; only drafts take it. */
    void answer(Occasion occasion, int daysCurrent, byte[] sealedWords) {
        move(Move.ANSWER);
        timesAnswered++;
        prescription = occasion.prescription();
        dispense = occasion.dispense();
        assessedOn = occasion.assessedOn();
        currentUntil = assessedOn.plusDays(daysCurrent);
        record = sealedWords.clone();
    }

    void sign(Signature signature, Evaluation evaluation) {
        move(Move.SIGN);
        signedBy = signature.by().id();
        signedByName = signature.by().name();
        signedAs = signature.as().name();
        signedAt = signature.at();
        var scores = evaluation.scores();
        score = scores.score();
        scoreBand = scores.band();
        adherenceScore = scores.adherence();
        adherenceBand = scores.adherenceBand();
        sideEffects = evaluation.codes(ConcernKind.SIDE_EFFECT).toArray(String[]::new);
        barriers = evaluation.codes(ConcernKind.BARRIER).toArray(String[]::new);
    }

    void mustBeOpenTo(Move move) {
        state().after(move);
    }

    /** From now on the other one counts. */
    void amendedBy(AssessmentRow other) {
        move(Move.AMEND);
        amendedBy = other.id;
        other.amends = id;
    }

    private void move(Move move) {
        state = state().after(move).name();
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

    String templateCode() {
        return templateCode;
    }

    int templateNumber() {
        return templateNumber;
    }

    Occasion occasion() {
        return new Occasion(assessedOn, prescription, dispense);
    }

    AssessmentState state() {
        return AssessmentState.valueOf(state);
    }

    byte[] record() {
        return record;
    }

    boolean isMeantFor(Icd10Code diagnosis) {
        return TemplateContent.isMeantFor(List.of(icd10Prefixes), diagnosis);
    }

    CurrentAssessment current() {
        return new CurrentAssessment(
                new AssessmentId(id),
                templateCode,
                templateNumber,
                condition,
                icd10Prefixes.length > 0,
                assessedOn,
                currentUntil,
                adherenceScore);
    }

    /** @param answers those in columns and those in words */
    Assessment opened(AnswerSheet answers, @Nullable String amendmentReason) {
        return new Assessment(
                id,
                version,
                patient,
                templateCode,
                templateNumber,
                condition,
                occasion(),
                currentUntil,
                state(),
                answers,
                new Scores(score, scoreBand, adherenceScore, adherenceBand),
                sideEffects == null ? List.of() : List.of(sideEffects),
                barriers == null ? List.of() : List.of(barriers),
                amends,
                amendmentReason,
                amendedBy,
                new Colleague(begunBy, begunByName),
                begunAt,
                signature());
    }

    private @Nullable Signature signature() {
        return signedBy == null || signedByName == null || signedAs == null || signedAt == null
                ? null
                : new Signature(new Colleague(signedBy, signedByName), Signatory.valueOf(signedAs), signedAt);
    }
}
