package dev.firstfill.patients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.customfields.CustomFieldDefinition;
import dev.firstfill.customfields.CustomFieldDesk;
import dev.firstfill.customfields.CustomFieldSight;
import dev.firstfill.customfields.CustomFieldType;
import dev.firstfill.customfields.CustomFieldsRefused;
import dev.firstfill.identifiers.Icd10Code;
import dev.firstfill.identifiers.MemberId;
import dev.firstfill.identifiers.PhoneNumber;
import dev.firstfill.kernel.OnePharmacy;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.StaleVersion;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PatientRegistryTest {
    private static OnePharmacy pharmacy;
    private static PatientRegistry registry;
    private static CustomFieldDesk fields;

    @BeforeAll
    static void open() {
        pharmacy = OnePharmacy.open();
        registry = new PatientRegistry(pharmacy, Clock.systemUTC());
        fields = new CustomFieldDesk(pharmacy, Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        pharmacy.close();
    }

    @Test
    void a_registered_patient_is_read_back_as_entered() {
        var entered = named("Marisol", "Vega");

        var registered = await(registry.register(entered, CustomFieldSight.ALL));

        var read = await(registry.read(registered.id(), CustomFieldSight.ALL));
        assertThat(read).isEqualTo(registered);
        assertThat(read.details()).isEqualTo(entered);
        assertThat(read.version()).isEqualTo(1);
    }

    @Test
    void numbers_begin_at_P1001_and_find_the_patient() {
        var registered = await(registry.register(named("Marisol", "Vega"), CustomFieldSight.ALL));

        var found = await(registry.read(registered.number(), CustomFieldSight.ALL));

        assertThat(found.id()).isEqualTo(registered.id());
        assertThat(registered.number().value()).isGreaterThanOrEqualTo(1001);
        assertThat(registered.number().toString()).startsWith("P");
    }

    @Test
    void a_change_counts_the_version_up_and_files_the_patient_under_the_new_name() {
        var surname = anySurname();
        var registered = await(registry.register(named("Marisol", "Vega"), CustomFieldSight.ALL));

        var amended = await(registry.amend(registered.id(), 1, named("Marisol", surname), CustomFieldSight.ALL));

        assertThat(amended.version()).isEqualTo(2);
        assertThat(found(family(surname))).containsExactly(registered.id());
    }

    @Test
    void a_change_of_a_version_that_is_no_longer_present_changes_nothing() {
        var registered = await(registry.register(named("Marisol", "Vega"), CustomFieldSight.ALL));
        var first = await(registry.amend(registered.id(), 1, named("Marisol", "Ortega"), CustomFieldSight.ALL));

        assertThatThrownBy(() ->
                        await(registry.amend(registered.id(), 1, named("Marisol", "Other"), CustomFieldSight.ALL)))
                .isInstanceOf(StaleVersion.class);

        assertThat(await(registry.read(registered.id(), CustomFieldSight.ALL))).isEqualTo(first);
    }

    @Test
    void of_two_writers_on_one_version_one_wins_and_the_other_is_told() {
        var registered = await(registry.register(named("Marisol", "Vega"), CustomFieldSight.ALL));

        var outcomes = IntStream.range(0, 6)
                .mapToObj(writer -> registry.amend(registered.id(), 1, named("Writer", "Vega"), CustomFieldSight.ALL)
                        .map(Patient::version)
                        .onFailure()
                        .recoverWithItem(-1)
                        .subscribeAsCompletionStage())
                .toList();

        assertThat(outcomes.stream()
                        .map(java.util.concurrent.CompletableFuture::join)
                        .filter(v -> v == 2))
                .hasSize(1);
        assertThat(await(registry.read(registered.id(), CustomFieldSight.ALL)).version())
                .isEqualTo(2);
    }

    @Test
    void an_unknown_patient_is_not_found() {
        var nobody = new PatientId(java.util.UUID.randomUUID());

        assertThatThrownBy(() -> await(registry.read(nobody, CustomFieldSight.ALL)))
                .isInstanceOf(PatientRefusals.PatientNotFound.class);
    }

    @Test
    void three_letters_of_a_surname_find_it_whatever_its_accents_and_case() {
        var surname = anySurname();
        var patient = await(registry.register(named("José", "Núñez " + surname), CustomFieldSight.ALL));

        assertThat(found(family("nun"))).contains(patient.id());
        assertThat(found(family("NÚÑ"))).contains(patient.id());
        assertThat(found(family(surname.toUpperCase()))).containsExactly(patient.id());
        assertThat(found(family("Nunez " + surname))).containsExactly(patient.id());
    }

    @Test
    void a_prefix_longer_than_the_index_keeps_is_still_compared_whole() {
        var surname = "Featherstonehaugh" + anySurname();
        var patient = await(registry.register(named("Ann", surname), CustomFieldSight.ALL));

        assertThat(found(family(surname))).containsExactly(patient.id());
        assertThat(found(family("Featherstonehaux"))).doesNotContain(patient.id());
    }

    @Test
    void a_phone_finds_its_patient_in_any_written_form() {
        var last = "%02d".formatted(ThreadLocalRandom.current().nextInt(100));
        var area = "" + ThreadLocalRandom.current().nextInt(200, 999);
        var patient = await(registry.register(withPhone("(" + area + ") 555-01" + last), CustomFieldSight.ALL));

        for (var written : List.of(
                "(%s) 555-01%s".formatted(area, last),
                "%s.555.01%s".formatted(area, last),
                "+1 %s 555 01%s x9".formatted(area, last))) {
            assertThat(found(new PatientSearch(null, null, null, PhoneNumber.parse(written), null)))
                    .contains(patient.id());
        }
    }

    @Test
    void surname_and_birth_date_together_find_only_who_matches_both() {
        var surname = anySurname();
        var patient = await(registry.register(born(surname, "1961-04-12"), CustomFieldSight.ALL));
        await(registry.register(born(surname, "1980-01-01"), CustomFieldSight.ALL));

        assertThat(found(new PatientSearch(surname.substring(0, 3), null, LocalDate.parse("1961-04-12"), null, null)))
                .contains(patient.id())
                .doesNotHaveDuplicates();
        assertThat(found(new PatientSearch(surname, null, LocalDate.parse("1961-04-12"), null, null)))
                .containsExactly(patient.id());
    }

    @Test
    void a_search_that_narrows_nothing_is_refused() {
        assertThatThrownBy(() -> found(new PatientSearch(null, "Marisol", null, null, null)))
                .isInstanceOf(PatientRefusals.SearchTooWide.class);
        assertThatThrownBy(() -> found(family("Ve"))).isInstanceOf(PatientRefusals.SearchPrefixTooShort.class);
    }

    @Test
    void a_list_is_walked_page_by_page_without_gap_or_repetition() {
        var registered = IntStream.range(0, 5)
                .mapToObj(i -> await(registry.register(named("Page", "Walker"), CustomFieldSight.ALL))
                        .id())
                .toList();

        var walked = new java.util.ArrayList<PatientId>();
        var page = await(registry.list(new PageRequest(null, 2, false), CustomFieldSight.ALL));
        walked.addAll(page.items().stream().map(Patient::id).toList());
        while (page.more()) {
            page = await(registry.list(
                    new PageRequest(walked.get(walked.size() - 1).value(), 2, false), CustomFieldSight.ALL));
            walked.addAll(page.items().stream().map(Patient::id).toList());
        }

        assertThat(walked).containsSubsequence(registered).doesNotHaveDuplicates();
    }

    @Test
    void custom_fields_are_checked_against_what_the_pharmacy_defined() {
        var key = "journey" + anySurname();
        await(fields.define(new CustomFieldDefinition(
                key,
                "Journey stage",
                CustomFieldType.CHOICE,
                false,
                null,
                null,
                null,
                List.of("new", "stable"),
                false,
                false)));

        var patient = await(
                registry.register(named("A", "Bee").withCustomFields(Map.of(key, "stable")), CustomFieldSight.ALL));

        assertThat(patient.details().customFields()).containsExactly(Map.entry(key, "stable"));
        assertThatThrownBy(() -> await(registry.register(
                        named("A", "Bee").withCustomFields(Map.of(key, "lost")), CustomFieldSight.ALL)))
                .isInstanceOf(CustomFieldsRefused.class);
        assertThatThrownBy(() -> await(registry.register(
                        named("A", "Bee").withCustomFields(Map.of("nope", "x")), CustomFieldSight.ALL)))
                .isInstanceOf(CustomFieldsRefused.class);
    }

    private static List<PatientId> found(PatientSearch search) {
        return await(registry.search(search, CustomFieldSight.ALL)).stream()
                .map(Patient::id)
                .toList();
    }

    private static PatientSearch family(String prefix) {
        return new PatientSearch(prefix, null, null, null, null);
    }

    private static PatientDetails named(String given, String family) {
        return details(given, family, LocalDate.parse("1961-04-12"), List.of());
    }

    private static PatientDetails born(String family, String date) {
        return details("Marisol", family, LocalDate.parse(date), List.of());
    }

    private static PatientDetails withPhone(String number) {
        return details(
                "Marisol",
                "Vega",
                LocalDate.parse("1961-04-12"),
                List.of(new Phone(Phone.Use.MOBILE, PhoneNumber.parse(number), true)));
    }

    private static PatientDetails details(String given, String family, LocalDate birthDate, List<Phone> phones) {
        return new PatientDetails(
                new PersonName(given, null, family, null),
                birthDate,
                Sex.FEMALE,
                null,
                List.of(),
                phones,
                List.of(),
                List.of(),
                List.of(new Diagnosis(Icd10Code.parse("M05.79"), true, null, Map.of("das28", "5.1"))),
                List.of(new Coverage(
                        Coverage.Order.PRIMARY,
                        Coverage.Benefit.PHARMACY,
                        "Aetna",
                        MemberId.parse("W123456789"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null)),
                List.of(),
                Map.of());
    }

    /** Letters only, so unlikely that no other test has it. */
    private static String anySurname() {
        return ThreadLocalRandom.current()
                .ints(8, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(10));
    }
}
