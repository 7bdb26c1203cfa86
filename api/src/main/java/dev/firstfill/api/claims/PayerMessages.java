package dev.firstfill.api.claims;

import dev.firstfill.claims.BilledSupply;
import dev.firstfill.claims.Claim;
import dev.firstfill.claims.ClaimRecord;
import dev.firstfill.claims.ClaimTrouble;
import dev.firstfill.claims.DispensingStatus;
import dev.firstfill.claims.PayerAnswer;
import dev.firstfill.claims.PayerFailed;
import dev.firstfill.claims.PayerQuestion;
import dev.firstfill.claims.RejectCode;
import dev.firstfill.identifiers.Icd10Code;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Questions and answers as they travel: JSON with the names of the fields of NCPDP Telecommunication D.0
 * ({@code docs/claims.md}). What is sent is what adjudication needs and no more: no name, no birth date, no address.
 */
final class PayerMessages {
    /** Ten digits before the point hold more than any drug costs and no more than the column does. */
    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,10}(\\.[0-9]{1,2})?");

    private static final int AUTHORISATION_MAX = 20;
    private static final int MESSAGE_MAX = 200;
    private static final int CODES_MAX = 5;

    private PayerMessages() {}

    private record Question(
            String transactionCode,
            String reference,
            @Nullable String binNumber,
            @Nullable String processorControlNumber,
            @Nullable String groupId,
            @Nullable String cardholderId,
            @Nullable String personCode,
            String dateOfService,
            @Nullable String prescriptionReferenceNumber,
            int fillNumber,
            String productId,
            String benefit,
            @Nullable String quantityDispensed,
            @Nullable Integer daysSupply,
            @Nullable String dispensingStatus,
            @Nullable String quantityIntendedToBeDispensed,
            @Nullable Integer daysSupplyIntendedToBeDispensed,
            @Nullable String dispenseAsWrittenCode,
            @Nullable String prescriberId,
            @Nullable List<String> diagnosisCodes,
            @Nullable String grossAmountDue) {}

    private record Answer(
            @Nullable String transactionCode,
            @Nullable String reference,
            @Nullable String responseStatus,
            @Nullable String authorizationNumber,
            @Nullable String totalAmountPaid,
            @Nullable String patientPayAmount,
            @Nullable List<@Nullable String> rejectCodes,
            @Nullable String message) {}

    static byte[] written(PayerQuestion question) {
        return PayerJson.written(question(question));
    }

    /** A reversal says which claim is taken back, and nothing of what was in it. */
    private static Question question(PayerQuestion asked) {
        var claim = asked.claim();
        var supply = asked.kind() == PayerQuestion.Kind.REVERSAL ? null : claim.supply();
        return new Question(
                code(asked.kind()),
                claim.id().toString(),
                ofCard(
                        claim,
                        record -> record.bin() == null ? null : record.bin().value()),
                ofCard(
                        claim,
                        record -> record.pcn() == null ? null : record.pcn().value()),
                ofCard(
                        claim,
                        record -> record.group() == null ? null : record.group().value()),
                ofCard(claim, record -> record.memberId().value()),
                ofCard(claim, ClaimRecord::personCode),
                claim.serviceOn().toString(),
                ofCard(claim, ClaimRecord::prescriptionNumber),
                claim.fillNumber(),
                claim.drug().digits(),
                claim.benefit().name(),
                supply == null ? null : supply.quantity().toPlainString(),
                supply == null ? null : supply.daysSupply(),
                supply == null ? null : status(supply.status()),
                supply == null ? null : intended(supply),
                supply == null ? null : supply.intendedDaysSupply(),
                supply == null ? null : Integer.toString(claim.daw()),
                supply == null ? null : claim.prescriber().value(),
                supply == null ? null : diagnoses(claim),
                supply == null ? null : claim.billed().toPlainString());
    }

    private static String code(PayerQuestion.Kind kind) {
        return switch (kind) {
            case BILLING -> "B1";
            case REVERSAL -> "B2";
            case TEST -> "D1";
        };
    }

    private static @Nullable String ofCard(Claim claim, Function<ClaimRecord, @Nullable String> field) {
        return claim.record() == null ? null : field.apply(claim.record());
    }

    private static @Nullable List<String> diagnoses(Claim claim) {
        return claim.record() == null
                ? null
                : claim.record().diagnoses().stream().map(Icd10Code::value).toList();
    }

    private static @Nullable String status(DispensingStatus status) {
        return switch (status) {
            case FULL -> null;
            case PARTIAL -> "P";
            case COMPLETION -> "C";
        };
    }

    private static @Nullable String intended(BilledSupply supply) {
        return supply.intendedQuantity() == null
                ? null
                : supply.intendedQuantity().toPlainString();
    }

    /** @throws PayerFailed when it is no answer, or none to this question */
    static PayerAnswer read(byte[] body, PayerQuestion question) {
        var answer = PayerJson.read(body, Answer.class);
        if (answer.responseStatus() == null) {
            throw PayerJson.unreadable();
        }
        if (!code(question.kind()).equals(answer.transactionCode())
                || !question.claim().id().toString().equals(answer.reference())) {
            throw new PayerFailed(ClaimTrouble.ANSWER_DOES_NOT_FIT);
        }
        return question.kind() == PayerQuestion.Kind.REVERSAL ? ofReversal(answer) : ofClaim(answer);
    }

    private static PayerAnswer ofClaim(Answer answer) {
        return switch (answer.responseStatus()) {
            case "P", "D" ->
                new PayerAnswer.Paid(
                        amount(answer.totalAmountPaid()),
                        amount(answer.patientPayAmount()),
                        PayerJson.line(answer.authorizationNumber(), AUTHORISATION_MAX),
                        PayerJson.line(answer.message(), MESSAGE_MAX));
            case "R" -> new PayerAnswer.Rejected(codes(answer), PayerJson.line(answer.message(), MESSAGE_MAX));
            case null, default -> throw PayerJson.unreadable();
        };
    }

    /** Whoever holds no claim of this reference (84) has nothing to take back. */
    private static PayerAnswer ofReversal(Answer answer) {
        return switch (answer.responseStatus()) {
            case "A", "S" -> new PayerAnswer.Reversed();
            case "R" -> {
                var codes = codes(answer);
                yield codes.stream().allMatch(PayerMessages::saysNothingIsHeld)
                        ? new PayerAnswer.Reversed()
                        : new PayerAnswer.Kept(codes, PayerJson.line(answer.message(), MESSAGE_MAX));
            }
            case null, default -> throw PayerJson.unreadable();
        };
    }

    private static boolean saysNothingIsHeld(RejectCode code) {
        return code.known()
                .filter(known -> known == RejectCode.Known.NOT_PAID_OR_CAPTURED)
                .isPresent();
    }

    private static List<RejectCode> codes(Answer answer) {
        var codes = answer.rejectCodes();
        if (codes == null
                || codes.isEmpty()
                || codes.size() > CODES_MAX
                || !codes.stream().allMatch(RejectCode::isOne)) {
            throw PayerJson.unreadable();
        }
        return codes.stream().map(RejectCode::new).toList();
    }

    private static BigDecimal amount(@Nullable String text) {
        if (text == null || !AMOUNT.matcher(text).matches()) {
            throw PayerJson.unreadable();
        }
        return new BigDecimal(text);
    }
}
