package dev.firstfill.claims;

import dev.firstfill.identifiers.Ndc;
import dev.firstfill.identifiers.Npi;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.patients.Coverage;
import dev.firstfill.patients.PatientId;
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
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A claim as the table keeps one, and what its moves do to it. */
@Entity
@Table(name = "claim")
class ClaimRow {
    private static final int CENTS = 2;

    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version")
    private int version;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", updatable = false)
    private ClaimKind kind;

    @Column(name = "dispense_id", updatable = false)
    private @Nullable UUID dispense;

    @Column(name = "prescription_id", updatable = false)
    private @Nullable UUID prescription;

    @Column(name = "fill_number", updatable = false)
    private int fillNumber;

    @Column(name = "patient_id", updatable = false)
    private UUID patient;

    @Column(name = "ndc", updatable = false)
    private String ndc;

    @Column(name = "prescriber_npi", updatable = false)
    private String prescriber;

    @Enumerated(EnumType.STRING)
    @Column(name = "benefit", updatable = false)
    private Coverage.Benefit benefit;

    @Column(name = "service_on", updatable = false)
    private LocalDate serviceOn;

    @Embedded
    private BilledSupply supply;

    @Column(name = "daw", updatable = false)
    private int daw;

    @Column(name = "billed_amount", updatable = false)
    private BigDecimal billed;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private ClaimState state;

    @Column(name = "reject_codes")
    private String[] rejectCodes;

    @Column(name = "paid_amount")
    private @Nullable BigDecimal paid;

    @Column(name = "patient_pay_amount")
    private @Nullable BigDecimal patientPay;

    @Enumerated(EnumType.STRING)
    @Column(name = "failure")
    private @Nullable ClaimTrouble trouble;

    @Column(name = "record")
    private byte[] record;

    @Column(name = "submitted_by", updatable = false)
    private String submittedBy;

    @Column(name = "submitted_by_name", updatable = false)
    private String submittedByName;

    @Column(name = "submitted_at", updatable = false)
    private Instant submittedAt;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @Column(name = "withdrawn_by")
    private @Nullable String withdrawnBy;

    @Column(name = "withdrawn_by_name")
    private @Nullable String withdrawnByName;

    @Column(name = "withdrawn_at")
    private @Nullable Instant withdrawnAt;

    @Column(name = "withdrawal_answered_at")
    private @Nullable Instant withdrawalAnsweredAt;

    @SuppressWarnings("NullAway")
    protected ClaimRow() {}

    @SuppressWarnings("NullAway")
    ClaimRow(UUID id, ClaimRequest request, byte[] sealedRecord) {
        var fill = request.fill();
        this.id = id;
        this.version = 1;
        this.kind = request.kind();
        this.dispense = fill == null ? null : fill.dispense();
        this.prescription = fill == null ? null : fill.prescription();
        this.fillNumber = fill == null ? 0 : fill.number();
        this.patient = request.patient().value();
        this.ndc = request.drug().value();
        this.prescriber = request.prescriber().value();
        this.benefit = request.benefit();
        this.serviceOn = request.serviceOn();
        this.supply = request.supply();
        this.daw = request.daw();
        this.billed = request.billed().setScale(CENTS);
        this.state = ClaimState.SUBMITTED;
        this.rejectCodes = new String[0];
        this.record = sealedRecord.clone();
        this.submittedBy = request.by().id();
        this.submittedByName = request.by().name();
        this.submittedAt = request.at();
    }

    /** A paid claim is to be reversed. */
    void withdraw(Colleague by, Instant at) {
        if (kind == ClaimKind.TEST) {
            throw new ClaimRefusals.ClaimIsTest();
        }
        state = state.after(ClaimState.Move.WITHDRAW);
        withdrawn(by, at);
    }

    /** Nobody waits for the payer's answer any more. */
    void abandon(Colleague by, Instant at) {
        state = state.after(kind == ClaimKind.TEST ? ClaimState.Move.ABANDON_TEST : ClaimState.Move.ABANDON);
        withdrawn(by, at);
    }

    /** Rejected, and not to be billed anew. */
    void giveUp(Colleague by, Instant at) {
        state = state.after(ClaimState.Move.GIVE_UP);
        withdrawn(by, at);
    }

    private void withdrawn(Colleague by, Instant at) {
        withdrawnBy = by.id();
        withdrawnByName = by.name();
        withdrawnAt = at;
        withdrawalAnsweredAt = null;
        trouble = null;
    }

    /** Whether the claim waits for an answer of this kind. */
    boolean awaits(PayerAnswer answer) {
        return switch (answer) {
            case PayerAnswer.Paid yes -> state == ClaimState.SUBMITTED;
            case PayerAnswer.Rejected no -> state == ClaimState.SUBMITTED;
            case PayerAnswer.Reversed yes -> isBeingWithdrawn();
            case PayerAnswer.Kept no -> isBeingWithdrawn();
        };
    }

    private boolean isBeingWithdrawn() {
        return state == ClaimState.REVERSAL_SUBMITTED || state == ClaimState.ABANDONMENT_SUBMITTED;
    }

    /** Whether an answer that is not awaited any more says something else than what stands. */
    boolean isContradictedBy(PayerAnswer answer) {
        return switch (answer) {
            case PayerAnswer.Paid late ->
                switch (state) {
                    case PAID, REVERSAL_SUBMITTED, REVERSED -> !late.isOf(paid, patientPay);
                    case REJECTED, ABANDONED -> true;
                    case SUBMITTED, ABANDONMENT_SUBMITTED -> false;
                };
            case PayerAnswer.Rejected late ->
                switch (state) {
                    case PAID, REVERSAL_SUBMITTED, REVERSED -> true;
                    case SUBMITTED, REJECTED, ABANDONMENT_SUBMITTED, ABANDONED -> false;
                };
            case PayerAnswer.Reversed late -> state != ClaimState.REVERSED && state != ClaimState.ABANDONED;
            case PayerAnswer.Kept late -> state == ClaimState.REVERSED || state == ClaimState.ABANDONED;
        };
    }

    /** @param newRecord with what the payer said; null when the patient was erased and there is no key to seal it */
    void answer(PayerAnswer answer, byte @Nullable [] newRecord, Instant at) {
        trouble = null;
        record = newRecord == null ? record : newRecord.clone();
        switch (answer) {
            case PayerAnswer.Paid yes -> {
                state = state.after(ClaimState.Move.PAY);
                paid = yes.paid().setScale(CENTS);
                patientPay = yes.patientPay().setScale(CENTS);
                rejectCodes = new String[0];
                answeredAt = at;
            }
            case PayerAnswer.Rejected no -> {
                state = state.after(ClaimState.Move.REJECT);
                rejectCodes = texts(no.codes());
                answeredAt = at;
            }
            case PayerAnswer.Reversed yes -> {
                state = state.after(ClaimState.Move.REVERSE);
                withdrawalAnsweredAt = at;
            }
            case PayerAnswer.Kept no -> {
                state = state.after(ClaimState.Move.KEEP);
                rejectCodes = texts(no.codes());
                trouble = ClaimTrouble.REVERSAL_REFUSED;
                withdrawalAnsweredAt = at;
            }
        }
    }

    boolean isNews(ClaimTrouble newTrouble) {
        return trouble != newTrouble;
    }

    void inTrouble(ClaimTrouble newTrouble) {
        trouble = newTrouble;
    }

    void mustAwaitAnswer() {
        if (!state.isAwaited()) {
            throw new ClaimRefusals.NoAnswerAwaited(state);
        }
    }

    /** What was paid cannot be billed otherwise, and what was taken back was not rejected. */
    void mustBeRejected() {
        if (state != ClaimState.REJECTED) {
            throw new ClaimRefusals.ClaimNotRejected(state);
        }
    }

    private static String[] texts(List<RejectCode> codes) {
        return codes.stream().map(RejectCode::code).toArray(String[]::new);
    }

    UUID id() {
        return id;
    }

    UUID patient() {
        return patient;
    }

    ClaimState state() {
        return state;
    }

    int version() {
        return version;
    }

    byte[] record() {
        return record;
    }

    Claim opened(@Nullable ClaimRecord openRecord) {
        return new Claim(
                id,
                version,
                kind,
                dispense,
                prescription,
                fillNumber,
                new PatientId(patient),
                Ndc.parse(ndc),
                Npi.parse(prescriber),
                benefit,
                serviceOn,
                supply,
                daw,
                billed,
                state,
                Stream.of(rejectCodes).map(RejectCode::new).toList(),
                paid,
                patientPay,
                trouble,
                openRecord,
                new Colleague(submittedBy, submittedByName),
                submittedAt,
                answeredAt,
                withdrawal());
    }

    private @Nullable Withdrawal withdrawal() {
        return withdrawnBy == null || withdrawnByName == null || withdrawnAt == null
                ? null
                : new Withdrawal(new Colleague(withdrawnBy, withdrawnByName), withdrawnAt, withdrawalAnsweredAt);
    }
}
