package dev.firstfill.api.referrals;

import dev.firstfill.identifiers.LanguageTag;
import dev.firstfill.identifiers.PhoneNumber;
import dev.firstfill.identifiers.RxCui;
import dev.firstfill.identifiers.UsState;
import dev.firstfill.identifiers.ZipCode;
import dev.firstfill.patients.Address;
import dev.firstfill.patients.Allergy;
import dev.firstfill.patients.PersonName;
import dev.firstfill.patients.Phone;
import dev.firstfill.patients.Sex;
import dev.firstfill.referrals.ReferredPatient;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.HumanName.NameUse;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** The one patient of a bundle. */
final class PatientInBundle {
    private static final int DATE_LENGTH = 10;
    private static final int SUBSTANCE_MAX = 120;
    private static final int REACTION_MAX = 200;

    private final BundleIndex index;
    private final Patient patient;

    PatientInBundle(BundleIndex index, Patient patient) {
        this.index = index;
        this.patient = patient;
    }

    ReferredPatient referred() {
        var name = presentName();
        return new ReferredPatient(
                personName(name),
                formerFamilyNames(name),
                birthDate(),
                sex(),
                language().orElse(null),
                patient.getAddress().stream()
                        .filter(address -> address.getUse() != org.hl7.fhir.r4.model.Address.AddressUse.OLD)
                        .flatMap(address -> address(address).stream())
                        .distinct()
                        .toList(),
                phones(),
                allergies());
    }

    private HumanName presentName() {
        var names = patient.getName().stream().filter(HumanName::hasFamily).toList();
        return Stream.of(NameUse.OFFICIAL, NameUse.USUAL, null)
                .flatMap(use -> names.stream().filter(name -> name.getUse() == use))
                .findFirst()
                .orElseThrow(() -> wrong("/name", "not-blank", "must have an official name with family"));
    }

    private PersonName personName(HumanName name) {
        var given = name.getGiven().stream()
                .map(StringType::getValue)
                .filter(one -> one != null && !one.isBlank())
                .toList();
        if (given.isEmpty()) {
            throw wrong("/name", "not-blank", "must have a given name");
        }
        var middle = given.size() == 1 ? null : String.join(" ", given.subList(1, given.size()));
        var suffix = name.getSuffix().isEmpty() ? null : name.getSuffix().get(0).getValue();
        return new PersonName(given.get(0), middle, name.getFamily(), suffix);
    }

    private List<String> formerFamilyNames(HumanName present) {
        return patient.getName().stream()
                .filter(name -> name.getUse() == NameUse.MAIDEN || name.getUse() == NameUse.OLD)
                .map(HumanName::getFamily)
                .filter(family -> family != null && !family.isBlank() && !family.equals(present.getFamily()))
                .distinct()
                .toList();
    }

    private LocalDate birthDate() {
        var said = patient.getBirthDateElement().getValueAsString();
        if (said == null || said.length() != DATE_LENGTH) {
            throw wrong("/birthDate", "not-null", "must have a birth date with year, month and day");
        }
        return LocalDate.parse(said);
    }

    private Sex sex() {
        return switch (patient.getGender()) {
            case FEMALE -> Sex.FEMALE;
            case MALE -> Sex.MALE;
            case OTHER -> Sex.OTHER;
            case null, default -> Sex.UNKNOWN;
        };
    }

    private Optional<LanguageTag> language() {
        var spoken = patient.getCommunication();
        return Stream.concat(spoken.stream().filter(one -> one.getPreferred()), spoken.stream())
                .flatMap(one -> one.getLanguage().getCoding().stream())
                .flatMap(coding -> FhirText.identifier(coding.getCode(), LanguageTag::parse).stream())
                .findFirst();
    }

    static Optional<Address> address(org.hl7.fhir.r4.model.Address said) {
        var lines = said.getLine().stream()
                .map(StringType::getValue)
                .filter(line -> line != null && !line.isBlank())
                .toList();
        var state = FhirText.identifier(said.getState(), UsState::parse);
        var zip = FhirText.identifier(said.getPostalCode(), ZipCode::parse);
        if (lines.isEmpty() || said.getCity() == null || state.isEmpty() || zip.isEmpty()) {
            return Optional.empty();
        }
        var second = lines.size() == 1 ? null : String.join(", ", lines.subList(1, lines.size()));
        return Optional.of(new Address(use(said), lines.get(0), second, said.getCity(), state.get(), zip.get()));
    }

    private static Address.Use use(org.hl7.fhir.r4.model.Address said) {
        return said.getUse() == org.hl7.fhir.r4.model.Address.AddressUse.WORK ? Address.Use.WORK : Address.Use.HOME;
    }

    private List<Phone> phones() {
        return patient.getTelecom().stream()
                .filter(PatientInBundle::isPhone)
                .flatMap(said -> FhirText.identifier(said.getValue(), PhoneNumber::parse).stream()
                        .map(number -> new Phone(use(said), number, said.getRank() == 1)))
                .distinct()
                .toList();
    }

    static boolean isPhone(ContactPoint said) {
        boolean over = said.getUse() == ContactPoint.ContactPointUse.OLD;
        return !over && (said.getSystem() == ContactPointSystem.PHONE || said.getSystem() == ContactPointSystem.SMS);
    }

    private static Phone.Use use(ContactPoint said) {
        return switch (said.getUse()) {
            case MOBILE -> Phone.Use.MOBILE;
            case WORK -> Phone.Use.WORK;
            case null, default -> Phone.Use.HOME;
        };
    }

    private List<Allergy> allergies() {
        return index.all(AllergyIntolerance.class)
                .peek(allergy -> index.mustBeAbout(patient, allergy.getPatient(), allergy, "patient"))
                .filter(allergy -> allergy.getVerificationStatus().getCoding().stream()
                        .noneMatch(status ->
                                "refuted".equals(status.getCode()) || "entered-in-error".equals(status.getCode())))
                .flatMap(allergy -> allergy(allergy).stream())
                .toList();
    }

    private static Optional<Allergy> allergy(AllergyIntolerance said) {
        var reaction = said.getReaction().stream().findFirst();
        return FhirText.words(said.getCode())
                .map(substance -> new Allergy(
                        FhirText.line(substance, SUBSTANCE_MAX),
                        FhirText.code(said.getCode(), FhirText.RXNORM)
                                .flatMap(code -> FhirText.identifier(code, RxCui::parse))
                                .orElse(null),
                        reaction.flatMap(one -> one.getManifestation().stream().findFirst())
                                .flatMap(FhirText::words)
                                .map(text -> FhirText.line(text, REACTION_MAX))
                                .orElse(null),
                        reaction.map(PatientInBundle::severity).orElse(null)));
    }

    private static Allergy.@Nullable Severity severity(
            AllergyIntolerance.AllergyIntoleranceReactionComponent reaction) {
        return switch (reaction.getSeverity()) {
            case MILD -> Allergy.Severity.MILD;
            case MODERATE -> Allergy.Severity.MODERATE;
            case SEVERE -> Allergy.Severity.SEVERE;
            case null, default -> null;
        };
    }

    private RuntimeException wrong(String below, String code, String message) {
        return BundleIndex.wrong(index.pointer(patient) + below, code, message);
    }
}
