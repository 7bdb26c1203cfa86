package dev.firstfill.prescribers;

import static dev.firstfill.prescribers.People.office;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.identifiers.Npi;
import dev.firstfill.kernel.Json;
import dev.firstfill.kernel.Mistakes;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrescriberDetailsTest {
    private static final Npi NPI = Npi.parse("1234567893");

    @Test
    void a_prescriber_needs_an_NPI_and_a_name_and_nothing_else() {
        var least = new PrescriberDetails(
                NPI, null, new PrescriberName("Priya", null, "Anand", null, null), List.of(), List.of(), List.of());

        assertThat(Mistakes.in(least)).isEmpty();
        assertThat(Mistakes.in(Json.read("{}".getBytes(), PrescriberDetails.class)))
                .containsExactly("name: must not be null", "npi: must not be null");
    }

    @Test
    void every_mistake_is_named_with_its_place() {
        var details = new PrescriberDetails(
                NPI,
                null,
                new PrescriberName(" ", null, "Anand\n", null, null),
                List.of(new Speciality("Rheumatology", "rheum")),
                List.of(office("Lakeside Rheumatology")),
                List.of());

        assertThat(Mistakes.in(details))
                .containsExactly(
                        "name.family: must be one line without control characters",
                        "name.given: must not be blank",
                        "offices[0].reachableAsPreferred: phones must have a number for the preferredContact",
                        "specialities[0].taxonomyCode: must match \"[0-9A-Z]{10}\"");
    }

    @Test
    void lists_are_bounded() {
        var details = new PrescriberDetails(
                NPI,
                null,
                new PrescriberName("Priya", null, "Anand", null, null),
                Collections.nCopies(11, new Speciality("Rheumatology", null)),
                Collections.nCopies(21, office("Lakeside Rheumatology", "312-555-0142")),
                List.of());

        assertThat(Mistakes.in(details))
                .containsExactly(
                        "offices: size must be between 0 and 20", "specialities: size must be between 0 and 10");
    }

    @Test
    void numbers_of_offices_are_known_once_each_and_without_extension() {
        var details = People.with(
                NPI,
                "Anand",
                office("Lakeside Rheumatology", "312-555-0142 x204", "773-555-0161"),
                office("Lakeside Infusion", "(312) 555-0142"));

        assertThat(details.officePhones()).containsExactly("+13125550142", "+17735550161");
    }
}
