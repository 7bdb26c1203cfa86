package dev.firstfill.prescribers;

import static dev.firstfill.prescribers.People.anyNpi;
import static dev.firstfill.prescribers.People.anySurname;
import static dev.firstfill.prescribers.People.drAnand;
import static dev.firstfill.prescribers.People.named;
import static dev.firstfill.prescribers.People.office;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.identifiers.Npi;
import dev.firstfill.identifiers.PhoneNumber;
import dev.firstfill.kernel.OnePharmacy;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.StaleVersion;
import dev.firstfill.prescribers.PrescriberReference.ByNpi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PrescriberDirectoryTest {
    private static OnePharmacy pharmacy;
    private static PrescriberDirectory directory;

    @BeforeAll
    static void open() {
        pharmacy = OnePharmacy.open();
        directory = new PrescriberDirectory(pharmacy, Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        pharmacy.close();
    }

    @Test
    void a_prescriber_is_read_back_as_entered() {
        var details = drAnand(anyNpi());

        var entered = await(directory.enter(details));

        var read = await(directory.read(entered.id()));
        assertThat(read.details()).isEqualTo(details);
        assertThat(read.version()).isEqualTo(1);
        assertThat(read.createdAt()).isEqualTo(entered.createdAt()).isEqualTo(read.updatedAt());
    }

    @Test
    void the_NPI_finds_the_prescriber_as_the_id_does() {
        var npi = anyNpi();
        var entered = await(directory.enter(drAnand(npi)));

        var read = await(directory.read(new ByNpi(npi)));

        assertThat(read.id()).isEqualTo(entered.id());
    }

    @Test
    void an_NPI_is_entered_once() {
        var npi = anyNpi();
        await(directory.enter(named(npi, "Anand")));

        assertThatThrownBy(() -> await(directory.enter(named(npi, "Okafor"))))
                .isInstanceOf(PrescriberRefusals.NpiTaken.class);

        assertThat(await(directory.read(new ByNpi(npi))).details().name().family())
                .isEqualTo("Anand");
    }

    @Test
    void of_many_who_enter_one_NPI_at_once_one_succeeds_and_the_others_are_told() {
        var npi = anyNpi();

        var outcomes = IntStream.range(0, 6)
                .mapToObj(i -> directory
                        .enter(drAnand(npi))
                        .map(entered -> "entered")
                        .onFailure(PrescriberRefusals.NpiTaken.class)
                        .recoverWithItem("taken")
                        .subscribeAsCompletionStage())
                .toList();

        assertThat(outcomes.stream().map(CompletableFuture::join))
                .containsExactlyInAnyOrder("entered", "taken", "taken", "taken", "taken", "taken");
    }

    @Test
    void a_change_to_a_taken_NPI_changes_nothing() {
        var taken = anyNpi();
        await(directory.enter(drAnand(taken)));
        var other = await(directory.enter(named(anyNpi(), "Okafor")));

        assertThatThrownBy(() -> await(directory.amend(other.id(), 1, named(taken, "Okafor-Reyes"))))
                .isInstanceOf(PrescriberRefusals.NpiTaken.class);

        var read = await(directory.read(other.id()));
        assertThat(read.details()).isEqualTo(other.details());
        assertThat(read.version()).isEqualTo(1);
    }

    @Test
    void a_change_counts_the_version_up_and_files_the_prescriber_under_the_new_name_and_number() {
        var surname = anySurname();
        var npi = anyNpi();
        var phone = anyPhone();
        var entered = await(directory.enter(drAnand(npi)));

        var amended = await(
                directory.amend(new ByNpi(npi), 1, People.with(npi, surname, office("Lakeside Infusion", phone))));

        assertThat(amended.version()).isEqualTo(2);
        assertThat(amended.updatedAt()).isAfterOrEqualTo(entered.updatedAt());
        assertThat(found(null, surname, null)).containsExactly(entered.id());
        assertThat(found(null, null, phone)).contains(entered.id());
    }

    @Test
    void a_change_of_a_version_that_is_no_longer_present_changes_nothing() {
        var npi = anyNpi();
        var entered = await(directory.enter(drAnand(npi)));
        await(directory.amend(entered.id(), 1, named(npi, "Anand-Shah")));

        assertThatThrownBy(() -> await(directory.amend(entered.id(), 1, named(npi, "Other"))))
                .isInstanceOf(StaleVersion.class);

        var read = await(directory.read(entered.id()));
        assertThat(read.details().name().family()).isEqualTo("Anand-Shah");
        assertThat(read.version()).isEqualTo(2);
    }

    @Test
    void of_two_writers_on_one_version_one_wins_and_the_other_is_told() {
        var npi = anyNpi();
        var entered = await(directory.enter(drAnand(npi)));

        var outcomes = IntStream.range(0, 6)
                .mapToObj(writer -> directory
                        .amend(entered.id(), 1, named(npi, "Writer" + writer))
                        .map(Prescriber::version)
                        .onFailure()
                        .recoverWithItem(-1)
                        .subscribeAsCompletionStage())
                .toList();

        assertThat(outcomes.stream().map(CompletableFuture::join))
                .filteredOn(version -> version == 2)
                .hasSize(1);
        assertThat(await(directory.read(entered.id())).version()).isEqualTo(2);
    }

    @Test
    void an_unknown_prescriber_is_not_found() {
        var nobody = new PrescriberId(UUID.randomUUID());

        assertThatThrownBy(() -> await(directory.read(nobody)))
                .isInstanceOf(PrescriberRefusals.PrescriberNotFound.class);
        assertThatThrownBy(() -> await(directory.amend(new ByNpi(anyNpi()), 1, drAnand(anyNpi()))))
                .isInstanceOf(PrescriberRefusals.PrescriberNotFound.class);
    }

    @Test
    void three_letters_of_a_family_name_find_it_whatever_its_accents_case_and_hyphens() {
        var surname = anySurname();
        var prescriber =
                await(directory.enter(named(anyNpi(), "Núñez-" + surname))).id();

        assertThat(found(null, "nun", null)).contains(prescriber);
        assertThat(found(null, "NÚÑEZ " + surname.toUpperCase(), null)).containsExactly(prescriber);
        assertThat(found(null, "nunez" + surname.substring(0, 5), null)).containsExactly(prescriber);
        assertThat(found(null, surname, null)).isEmpty();
    }

    @Test
    void wildcards_find_nobody_they_should_not() {
        var surname = anySurname();
        await(directory.enter(named(anyNpi(), surname)));

        assertThat(found(null, surname.charAt(0) + "%" + surname.substring(2), null))
                .isEmpty();
        assertThat(found(null, surname.charAt(0) + "_" + surname.substring(2), null))
                .isEmpty();
    }

    @Test
    void any_number_of_any_office_finds_the_prescriber_in_any_written_form() {
        var phone = anyPhone();
        var prescriber = await(directory.enter(People.with(
                        anyNpi(),
                        "Anand",
                        office("Lakeside Rheumatology", "312-555-0142"),
                        office("Lakeside Infusion", "773-555-0161", phone + " x12"))))
                .id();

        assertThat(found(null, null, phone)).contains(prescriber);
        assertThat(found(null, null, phone.replace("-", "."))).contains(prescriber);
        assertThat(found(null, null, "+1 " + phone + " ext 9")).contains(prescriber);
    }

    @Test
    void a_search_finds_only_who_matches_all_that_is_said() {
        var npi = anyNpi();
        var surname = anySurname();
        var phone = anyPhone();
        var sought = await(directory.enter(People.with(npi, surname, office("Lakeside Rheumatology", phone))))
                .id();
        await(directory.enter(People.with(anyNpi(), "Okafor", office("Lakeside Rheumatology", phone))));

        assertThat(found(npi, surname, phone)).containsExactly(sought);
        assertThat(found(null, surname, phone)).containsExactly(sought);
        assertThat(found(npi, "Okafor", null)).isEmpty();
        assertThat(found(npi, null, "312-555-0199")).isEmpty();
    }

    @Test
    void a_search_that_narrows_nothing_is_refused() {
        assertThatThrownBy(() -> found(null, null, null)).isInstanceOf(PrescriberRefusals.SearchTooWide.class);
        assertThatThrownBy(() -> found(null, "An", null)).isInstanceOf(PrescriberRefusals.SearchPrefixTooShort.class);
        assertThatThrownBy(() -> found(null, "%%%%", null)).isInstanceOf(PrescriberRefusals.SearchPrefixTooShort.class);
        assertThatThrownBy(() -> found(anyNpi(), "An", null))
                .isInstanceOf(PrescriberRefusals.SearchPrefixTooShort.class);
    }

    @Test
    void a_list_is_walked_page_by_page_without_gap_or_repetition_in_either_direction() {
        var entered = IntStream.range(0, 5)
                .mapToObj(i -> await(directory.enter(drAnand(anyNpi()))).id())
                .toList();

        assertThat(walked(false)).containsSubsequence(entered).doesNotHaveDuplicates();
        assertThat(walked(true)).containsSubsequence(entered.reversed()).doesNotHaveDuplicates();
    }

    private static List<PrescriberId> walked(boolean newestFirst) {
        var walked = new ArrayList<PrescriberId>();
        UUID after = null;
        boolean more = true;
        while (more) {
            var page = await(directory.list(new PageRequest(after, 2, newestFirst)));
            page.items().forEach(prescriber -> walked.add(prescriber.id()));
            after = walked.getLast().value();
            more = page.more();
        }
        return walked;
    }

    private static List<PrescriberId> found(@Nullable Npi npi, @Nullable String family, @Nullable String phone) {
        var search = new PrescriberSearch(npi, family, phone == null ? null : PhoneNumber.parse(phone));
        return await(directory.search(search)).stream().map(Prescriber::id).toList();
    }

    /** Fictional: 555-01xx of any area code. */
    private static String anyPhone() {
        var random = ThreadLocalRandom.current();
        return "%d-555-01%02d".formatted(random.nextInt(200, 1000), random.nextInt(100));
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(10));
    }
}
