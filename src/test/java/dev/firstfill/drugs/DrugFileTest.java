package dev.firstfill.drugs;

import static dev.firstfill.drugs.Packages.adalimumab;
import static dev.firstfill.drugs.Packages.anyName;
import static dev.firstfill.drugs.Packages.anyNdc;
import static dev.firstfill.drugs.Packages.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.drugs.DrugReference.ByNdc;
import dev.firstfill.identifiers.Ndc;
import dev.firstfill.kernel.OnePharmacy;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.StaleVersion;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DrugFileTest {
    private static OnePharmacy pharmacy;
    private static DrugFile file;

    @BeforeAll
    static void open() {
        pharmacy = OnePharmacy.open();
        file = new DrugFile(pharmacy, Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        pharmacy.close();
    }

    @Test
    void a_drug_is_read_back_as_entered() {
        var details = adalimumab(anyNdc());

        var entered = await(file.enter(details));

        var read = await(file.read(entered.id()));
        assertThat(read.details()).isEqualTo(details);
        assertThat(read.version()).isEqualTo(1);
        assertThat(read.createdAt()).isEqualTo(entered.createdAt()).isEqualTo(read.updatedAt());
    }

    @Test
    void an_NDC_is_kept_in_both_forms() {
        var entered = await(file.enter(adalimumab(Ndc.parse("61703-324-18"))));

        var ndc = await(file.read(entered.id())).details().ndc();

        assertThat(ndc.value()).isEqualTo("61703-0324-18");
        assertThat(ndc.original()).isEqualTo("61703-324-18");
    }

    @Test
    void an_NDC_of_a_labeler_with_six_digits_is_kept_too() {
        var entered = await(file.enter(adalimumab(Ndc.parse("123456-0324-18"))));

        var read = await(file.read(new ByNdc(Ndc.parse("123456-324-18"))));

        assertThat(read.id()).isEqualTo(entered.id());
        assertThat(read.details().ndc().digits()).isEqualTo("123456032418");
    }

    @Test
    void the_NDC_finds_the_drug_in_whichever_form_it_is_written() {
        var entered = await(file.enter(adalimumab(Ndc.parse("0074-0554-02"))));

        for (var written : List.of("0074-0554-02", "00074-0554-02", "00074055402", "000074-0554-02")) {
            assertThat(await(file.read(DrugReference.of(written))).id()).isEqualTo(entered.id());
        }
    }

    @Test
    void an_NDC_is_entered_once_in_whichever_form() {
        var ndc = anyNdc();
        var entered = await(file.enter(adalimumab(ndc)));

        assertThatThrownBy(() -> await(file.enter(named(Ndc.parse(ndc.value()), "Something else"))))
                .isInstanceOf(DrugRefusals.NdcTaken.class);

        var read = await(file.read(new ByNdc(ndc)));
        assertThat(read.id()).isEqualTo(entered.id());
        assertThat(read.details()).isEqualTo(entered.details());
    }

    @Test
    void of_many_who_enter_one_NDC_at_once_one_succeeds_and_the_others_are_told() {
        var ndc = anyNdc();

        var outcomes = IntStream.range(0, 6)
                .mapToObj(i -> file.enter(adalimumab(ndc))
                        .map(entered -> "entered")
                        .onFailure(DrugRefusals.NdcTaken.class)
                        .recoverWithItem("taken")
                        .subscribeAsCompletionStage())
                .toList();

        assertThat(outcomes.stream().map(CompletableFuture::join))
                .containsExactlyInAnyOrder("entered", "taken", "taken", "taken", "taken", "taken");
    }

    @Test
    void a_change_to_a_taken_NDC_changes_nothing() {
        var taken = anyNdc();
        await(file.enter(adalimumab(taken)));
        var other = await(file.enter(named(anyNdc(), "Ocrelizumab")));

        assertThatThrownBy(() -> await(file.amend(other.id(), 1, named(taken, "Ocrelizumab SC"))))
                .isInstanceOf(DrugRefusals.NdcTaken.class);

        var read = await(file.read(other.id()));
        assertThat(read.details()).isEqualTo(other.details());
        assertThat(read.version()).isEqualTo(1);
    }

    @Test
    void a_change_counts_the_version_up_files_the_drug_under_the_new_name_and_keeps_the_label_s_NDC() {
        var name = anyName();
        var ndc = anyNdc();
        var entered = await(file.enter(adalimumab(ndc)));

        var amended = await(file.amend(new ByNdc(ndc), 1, present -> named(Ndc.parse(ndc.value()), name)));

        assertThat(amended.version()).isEqualTo(2);
        assertThat(found(null, name)).containsExactly(entered.id());
        assertThat(await(file.read(entered.id())).details().ndc().original()).isEqualTo(ndc.original());
    }

    @Test
    void an_NDC_read_anew_from_the_label_replaces_the_form_entered_first() {
        var ndc = anyNdc();
        var entered = await(file.enter(adalimumab(ndc)));

        await(file.amend(entered.id(), 1, adalimumab(Ndc.parse(ndc.digits()))));

        var read = await(file.read(entered.id()));
        assertThat(read.details().ndc().original()).isEqualTo(ndc.digits());
        assertThat(read.details().ndc()).isEqualTo(ndc);
    }

    @Test
    void a_change_of_a_version_that_is_no_longer_present_changes_nothing() {
        var ndc = anyNdc();
        var entered = await(file.enter(adalimumab(ndc)));
        await(file.amend(entered.id(), 1, named(ndc, "Adalimumab Syringe")));

        assertThatThrownBy(() -> await(file.amend(entered.id(), 1, named(ndc, "Other"))))
                .isInstanceOf(StaleVersion.class);

        var read = await(file.read(entered.id()));
        assertThat(read.details().name()).isEqualTo("Adalimumab Syringe");
        assertThat(read.version()).isEqualTo(2);
    }

    @Test
    void an_unknown_drug_is_not_found() {
        var nothing = new DrugId(UUID.randomUUID());

        assertThatThrownBy(() -> await(file.read(nothing))).isInstanceOf(DrugRefusals.DrugNotFound.class);
        assertThatThrownBy(() -> await(file.amend(new ByNdc(anyNdc()), 1, adalimumab(anyNdc()))))
                .isInstanceOf(DrugRefusals.DrugNotFound.class);
    }

    @Test
    void three_letters_of_a_name_find_it_whatever_its_case_spaces_and_marks() {
        var name = anyName();
        var drug = await(file.enter(named(anyNdc(), "Véla-" + name + " XR"))).id();

        assertThat(found(null, "vel")).contains(drug);
        assertThat(found(null, "VELA " + name.toUpperCase())).containsExactly(drug);
        assertThat(found(null, "vela" + name + "x")).containsExactly(drug);
        assertThat(found(null, name)).isEmpty();
    }

    @Test
    void a_search_finds_only_what_matches_all_that_is_said() {
        var ndc = anyNdc();
        var name = anyName();
        var sought = await(file.enter(named(ndc, name))).id();

        assertThat(found(ndc, name)).containsExactly(sought);
        assertThat(found(Ndc.parse(ndc.digits()), null)).containsExactly(sought);
        assertThat(found(ndc, "Ocrelizumab")).isEmpty();
    }

    @Test
    void a_search_that_narrows_nothing_is_refused() {
        assertThatThrownBy(() -> found(null, null)).isInstanceOf(DrugRefusals.SearchTooWide.class);
        assertThatThrownBy(() -> found(null, "Ad")).isInstanceOf(DrugRefusals.SearchPrefixTooShort.class);
        assertThatThrownBy(() -> found(anyNdc(), "%_%_")).isInstanceOf(DrugRefusals.SearchPrefixTooShort.class);
    }

    @Test
    void a_list_is_walked_page_by_page_without_gap_or_repetition_in_either_direction() {
        var entered = IntStream.range(0, 5)
                .mapToObj(i -> await(file.enter(adalimumab(anyNdc()))).id())
                .toList();

        assertThat(walked(false)).containsSubsequence(entered).doesNotHaveDuplicates();
        assertThat(walked(true)).containsSubsequence(entered.reversed()).doesNotHaveDuplicates();
    }

    private static List<DrugId> walked(boolean newestFirst) {
        var walked = new ArrayList<DrugId>();
        UUID after = null;
        boolean more = true;
        while (more) {
            var page = await(file.list(new PageRequest(after, 2, newestFirst)));
            page.items().forEach(drug -> walked.add(drug.id()));
            after = walked.getLast().value();
            more = page.more();
        }
        return walked;
    }

    private static List<DrugId> found(@Nullable Ndc ndc, @Nullable String name) {
        return await(file.search(new DrugSearch(ndc, name))).stream()
                .map(Drug::id)
                .toList();
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(10));
    }
}
