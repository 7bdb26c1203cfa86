package dev.firstfill.api.referrals;

import dev.firstfill.identifiers.Icd10Code;
import dev.firstfill.identifiers.Ndc;
import dev.firstfill.identifiers.RxCui;
import dev.firstfill.referrals.OrderedMedication;
import dev.firstfill.referrals.ReferralOrder;
import dev.firstfill.referrals.ReferredDiagnosis;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/** What a bundle orders: for its one patient, by its one active medication request. */
final class ReferralInBundle {
    private static final int TEXT_MAX = 200;
    private static final int MEDICATION_MAX = 300;
    private static final int SIG_MAX = 1000;
    private static final int DIAGNOSES_MAX = 100;
    private static final int DATE_LENGTH = 10;
    private static final Map<String, Integer> DAYS = Map.of("d", 1, "day", 1, "days", 1, "wk", 7);

    private final BundleIndex index;
    private final ZoneId zone;
    private final Patient patient;
    private final MedicationRequest request;
    private final PrescriberInBundle prescriber;

    ReferralInBundle(BundleIndex index, ZoneId zone) {
        this.index = index;
        this.zone = zone;
        this.patient = BundleIndex.one(index.all(Patient.class), "Patient");
        this.request = BundleIndex.one(
                index.all(MedicationRequest.class).filter(one -> one.getStatus() == MedicationRequestStatus.ACTIVE),
                "active MedicationRequest");
        this.prescriber = new PrescriberInBundle(index, request);
    }

    ReferralOrder order() {
        index.mustBeAbout(patient, request.getSubject(), request, "subject");
        return new ReferralOrder(
                new PatientInBundle(index, patient).referred(),
                prescriber.referring(),
                new CoveragesInBundle(index, patient).referred(),
                diagnoses(),
                medication(),
                index.all(Consent.class).anyMatch(one -> one.getStatus() == Consent.ConsentState.ACTIVE) ? true : null);
    }

    /** Where in the bundle stands what the order calls so. */
    Map<String, String> places() {
        var places = new LinkedHashMap<String, String>();
        places.put("patient", index.pointer(patient));
        places.put("medication", index.pointer(request));
        prescriber.practitioner().ifPresent(found -> places.put("prescriber", index.pointer(found)));
        return places;
    }

    /** What the drug is ordered for first: whatever else is cut off, that stays. */
    private List<ReferredDiagnosis> diagnoses() {
        var reasons = request.getReasonReference().stream()
                .flatMap(reference -> index.at(reference, Condition.class).stream())
                .collect(Collectors.toUnmodifiableSet());
        var conditions = index.all(Condition.class)
                .peek(condition -> index.mustBeAbout(patient, condition.getSubject(), condition, "subject"))
                .toList();
        return Stream.of(
                        conditions.stream().filter(reasons::contains).map(one -> diagnosis(one, true)),
                        request.getReasonCode().stream()
                                .filter(code -> reasons.isEmpty()
                                        || FhirText.code(code, FhirText.ICD10_CM)
                                                .isPresent())
                                .map(code -> diagnosis(code, true, null)),
                        conditions.stream().filter(one -> isOther(one, reasons)).map(one -> diagnosis(one, false)))
                .flatMap(diagnoses -> diagnoses)
                .limit(DIAGNOSES_MAX)
                .toList();
    }

    private static boolean isOther(Condition condition, Set<Condition> reasons) {
        boolean wrong = condition.getVerificationStatus().getCoding().stream()
                .anyMatch(status -> "refuted".equals(status.getCode()) || "entered-in-error".equals(status.getCode()));
        return !wrong && !reasons.contains(condition);
    }

    private static ReferredDiagnosis diagnosis(Condition condition, boolean forOrder) {
        return diagnosis(condition.getCode(), forOrder, onset(condition));
    }

    private static ReferredDiagnosis diagnosis(CodeableConcept code, boolean forOrder, @Nullable LocalDate onset) {
        return new ReferredDiagnosis(
                FhirText.code(code, FhirText.ICD10_CM)
                        .flatMap(icd10 -> FhirText.identifier(icd10, Icd10Code::parse))
                        .orElse(null),
                FhirText.words(code).map(text -> FhirText.line(text, TEXT_MAX)).orElse(null),
                forOrder,
                onset);
    }

    private static @Nullable LocalDate onset(Condition condition) {
        var said = condition.getOnset() instanceof DateTimeType onset ? onset.getValueAsString() : null;
        if (said == null || said.length() < DATE_LENGTH) {
            return null;
        }
        var day = LocalDate.parse(said.substring(0, DATE_LENGTH));
        return day.isAfter(LocalDate.now(ZoneId.of("UTC"))) ? null : day;
    }

    private OrderedMedication medication() {
        var drug = drug();
        var dispense = request.getDispenseRequest();
        return new OrderedMedication(
                FhirText.code(drug, FhirText.RXNORM)
                        .flatMap(code -> FhirText.identifier(code, RxCui::parse))
                        .orElse(null),
                FhirText.code(drug, FhirText.NDC)
                        .flatMap(code -> FhirText.identifier(code, Ndc::parse))
                        .orElse(null),
                FhirText.words(drug)
                        .map(text -> FhirText.line(text, MEDICATION_MAX))
                        .orElse(null),
                sig(),
                quantity(dispense.getQuantity().getValue()),
                daysSupply(),
                dispense.hasNumberOfRepeatsAllowed() ? dispense.getNumberOfRepeatsAllowed() : null,
                writtenAt());
    }

    private CodeableConcept drug() {
        if (request.hasMedicationCodeableConcept()) {
            return request.getMedicationCodeableConcept();
        }
        if (!request.hasMedicationReference()) {
            throw BundleIndex.wrong(index.pointer(request), "not-null", "must name a medication");
        }
        var reference = request.getMedicationReference();
        return request.getContained().stream()
                .filter(Medication.class::isInstance)
                .map(Medication.class::cast)
                .filter(contained -> Objects.equals(
                        "#" + contained.getIdElement().getIdPart().replace("#", ""), reference.getReference()))
                .findFirst()
                .or(() -> index.at(reference, Medication.class))
                .map(Medication::getCode)
                .orElseThrow(() -> BundleIndex.wrong(
                        index.pointer(request) + "/medicationReference", "not-found", "must lead to a Medication"));
    }

    private @Nullable String sig() {
        var words = request.getDosageInstruction().stream()
                .map(Dosage::getText)
                .filter(text -> text != null && !text.isBlank())
                .collect(Collectors.joining("; "));
        return words.isEmpty() ? null : FhirText.line(words, SIG_MAX);
    }

    /** In plain notation: 3E+1 is 30. */
    private static @Nullable BigDecimal quantity(@Nullable BigDecimal said) {
        return said == null || said.scale() >= 0 || said.scale() < -9 ? said : said.setScale(0);
    }

    private @Nullable Integer daysSupply() {
        var said = request.getDispenseRequest().getExpectedSupplyDuration();
        var unit = DAYS.get(said.getCode() == null ? Objects.toString(said.getUnit(), "d") : said.getCode());
        if (said.getValue() == null || unit == null) {
            return null;
        }
        var days = said.getValue().multiply(BigDecimal.valueOf(unit));
        return days.stripTrailingZeros().scale() > 0 || days.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0
                ? null
                : days.intValue();
    }

    /** An order that says its day alone was written when the day began where the pharmacy is. */
    private @Nullable Instant writtenAt() {
        var said = request.getAuthoredOnElement();
        if (said.getValue() == null) {
            return null;
        }
        var text = said.getValueAsString();
        return switch (said.getPrecision()) {
            case DAY -> LocalDate.parse(text).atStartOfDay(zone).toInstant();
            case SECOND, MILLI, MINUTE -> said.getValue().toInstant();
            case YEAR, MONTH -> null;
        };
    }
}
