package dev.firstfill.api.authorisations;

import dev.firstfill.api.claims.PayerJson;
import dev.firstfill.authorisations.AuthorisationAnswer;
import dev.firstfill.authorisations.AuthorisationQuestion;
import dev.firstfill.authorisations.DenialReason;
import dev.firstfill.authorisations.InformationRequest;
import dev.firstfill.authorisations.PayerDecision;
import dev.firstfill.claims.ClaimTrouble;
import dev.firstfill.claims.PayerFailed;
import dev.firstfill.identifiers.Icd10Code;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Requests for prior authorisation and what is said to them, as they travel ({@code docs/prior-authorisations.md}):
 * JSON, the transactions named as in NCPDP SCRIPT, the fields as in Telecommunication D.0. What is sent is what a
 * decision needs: no name, no birth date, no address.
 */
final class AuthorisationMessages {
    private static final Pattern QUANTITY = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,3})?");
    private static final Pattern DATE = Pattern.compile("20[0-9]{2}-[0-9]{2}-[0-9]{2}");
    private static final int REFERENCE_MAX = 60;
    private static final int NUMBER_MAX = 60;
    private static final int MESSAGE_MAX = 500;
    private static final Set<String> REASONS =
            Stream.of(DenialReason.values()).map(Enum::name).collect(Collectors.toSet());

    private AuthorisationMessages() {}

    private record Question(
            String transactionCode,
            String reference,
            int round,
            @Nullable String appealLevel,
            @Nullable String binNumber,
            @Nullable String processorControlNumber,
            @Nullable String groupId,
            String cardholderId,
            @Nullable String personCode,
            String benefit,
            String productId,
            String quantity,
            int daysSupply,
            String prescriberId,
            List<String> diagnosisCodes,
            String urgency,
            @Nullable String justification,
            @Nullable String information,
            @Nullable String grounds,
            String submittedAt,
            String askedAt) {}

    private record Answer(
            @Nullable String transactionCode,
            @Nullable String reference,
            @Nullable Integer round,
            @Nullable String responseStatus,
            @Nullable String caseId,
            @Nullable String authorizationNumber,
            @Nullable String validFrom,
            @Nullable String validUntil,
            @Nullable String quantity,
            @Nullable String denialReason,
            @Nullable String noticeDate,
            @Nullable String appealUntil,
            @Nullable String answerUntil,
            @Nullable String message) {}

    static byte[] written(AuthorisationQuestion asked) {
        var card = asked.card();
        var request = asked.request();
        return PayerJson.written(new Question(
                code(asked),
                asked.id().toString(),
                asked.round(),
                asked.level() == null ? null : wire(asked.level()),
                card.bin() == null ? null : card.bin().value(),
                card.pcn() == null ? null : card.pcn().value(),
                card.group() == null ? null : card.group().value(),
                card.memberId().value(),
                card.personCode(),
                request.benefit().name(),
                asked.drug().digits(),
                request.quantity().toPlainString(),
                request.daysSupply(),
                request.prescriber().value(),
                request.diagnoses().stream().map(Icd10Code::value).toList(),
                wire(request.urgency()),
                request.justification(),
                asked.information(),
                asked.grounds(),
                asked.submittedAt().toString(),
                asked.askedAt().toString()));
    }

    private static String code(AuthorisationQuestion asked) {
        return asked.level() == null ? "PARequest" : "PAAppeal";
    }

    private static String wire(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** @throws PayerFailed when it is no answer, or none to this question */
    static AuthorisationAnswer read(byte[] body, AuthorisationQuestion question) {
        var answer = PayerJson.read(body, Answer.class);
        if (answer.responseStatus() == null || answer.round() == null) {
            throw PayerJson.unreadable();
        }
        if (!code(question).equals(answer.transactionCode())
                || !question.id().toString().equals(answer.reference())
                || question.round() != answer.round()) {
            throw new PayerFailed(ClaimTrouble.ANSWER_DOES_NOT_FIT);
        }
        var reference = PayerJson.line(answer.caseId(), REFERENCE_MAX);
        var message = PayerJson.line(answer.message(), MESSAGE_MAX);
        return switch (answer.responseStatus()) {
            case "pended" -> new AuthorisationAnswer.Pended(reference);
            case "information-requested" ->
                new AuthorisationAnswer.InformationWanted(
                        reference, new InformationRequest(needed(message), date(answer.answerUntil())));
            case "approved" -> new AuthorisationAnswer.Decided(reference, approved(answer, message));
            case "denied" ->
                new AuthorisationAnswer.Decided(
                        reference,
                        new PayerDecision.Denied(
                                reason(answer.denialReason()),
                                needed(date(answer.noticeDate())),
                                date(answer.appealUntil()),
                                message));
            case "closed" -> new AuthorisationAnswer.Decided(reference, new PayerDecision.Closed(message));
            case null, default -> throw PayerJson.unreadable();
        };
    }

    private static PayerDecision approved(Answer answer, @Nullable String message) {
        return new PayerDecision.Approved(
                PayerJson.line(answer.authorizationNumber(), NUMBER_MAX),
                needed(date(answer.validFrom())),
                needed(date(answer.validUntil())),
                quantity(answer.quantity()),
                message);
    }

    /** What nobody here knows is another reason; the payer's words say which. */
    private static DenialReason reason(@Nullable String text) {
        var name = needed(text).toUpperCase(Locale.ROOT).replace('-', '_');
        return REASONS.contains(name) ? DenialReason.valueOf(name) : DenialReason.OTHER;
    }

    private static @Nullable BigDecimal quantity(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!QUANTITY.matcher(text).matches()) {
            throw PayerJson.unreadable();
        }
        return new BigDecimal(text);
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            if (DATE.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeParseException noDay) {
            throw PayerJson.unreadable();
        }
        throw PayerJson.unreadable();
    }

    private static <T> T needed(@Nullable T value) {
        if (value == null) {
            throw PayerJson.unreadable();
        }
        return value;
    }
}
