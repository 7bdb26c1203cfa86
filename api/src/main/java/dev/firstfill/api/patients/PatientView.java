package dev.firstfill.api.patients;

import dev.firstfill.identifiers.LanguageTag;
import dev.firstfill.patients.Address;
import dev.firstfill.patients.Allergy;
import dev.firstfill.patients.CareTeamMember;
import dev.firstfill.patients.Coverage;
import dev.firstfill.patients.Diagnosis;
import dev.firstfill.patients.Email;
import dev.firstfill.patients.Patient;
import dev.firstfill.patients.PersonName;
import dev.firstfill.patients.Phone;
import dev.firstfill.patients.Sex;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A patient as the front end reads one. */
@Schema(name = "Patient", description = "A person the pharmacy cares for.")
public record PatientView(
        UUID id,

        @Schema(examples = "P1001", description = "The number people say aloud; accepted wherever an id is.")
        String number,

        PersonName name,
        LocalDate birthDate,
        Sex sex,
        @Nullable LanguageTag language,
        List<Address> addresses,
        List<Phone> phones,
        List<Email> emails,
        List<Allergy> allergies,
        List<Diagnosis> diagnoses,
        List<Coverage> coverages,
        List<CareTeamMember> careTeam,
        Map<String, Object> customFields,
        Instant createdAt,
        Instant updatedAt) {

    public static PatientView of(Patient patient) {
        var details = patient.details();
        return new PatientView(
                patient.id().value(),
                patient.number().toString(),
                details.name(),
                details.birthDate(),
                details.sex(),
                details.language(),
                details.addresses(),
                details.phones(),
                details.emails(),
                details.allergies(),
                details.diagnoses(),
                details.coverages(),
                details.careTeam(),
                details.customFields(),
                patient.createdAt(),
                patient.updatedAt());
    }
}
