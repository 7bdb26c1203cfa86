package dev.firstfill.customfields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.kernel.OnePharmacy;
import dev.firstfill.kernel.StaleVersion;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each test has a pharmacy of its own, because how many fields there are is one of the rules. */
class CustomFieldDeskTest {
    private OnePharmacy pharmacy;
    private CustomFieldDesk desk;

    @BeforeEach
    void open() {
        pharmacy = OnePharmacy.open();
        desk = new CustomFieldDesk(pharmacy, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        pharmacy.close();
    }

    @Test
    void a_field_is_read_back_as_defined_and_stands_last_in_the_list() {
        var first = await(desk.define(choice("journeyStage", "new", "stable")));

        var second = await(desk.define(choice("remsStatus", "enrolled")));

        var read = await(desk.read(second.id()));
        assertThat(read.definition()).isEqualTo(choice("remsStatus", "enrolled"));
        assertThat(read.version()).isEqualTo(1);
        assertThat(await(desk.list())).extracting(CustomField::id).containsExactly(first.id(), second.id());
    }

    @Test
    void a_key_is_defined_once() {
        var defined = await(desk.define(choice("journeyStage", "new", "stable")));

        assertThatThrownBy(() -> await(desk.define(choice("journeyStage", "other"))))
                .isInstanceOf(CustomFieldRefusals.KeyTaken.class);

        assertThat(await(desk.list())).extracting(CustomField::definition).containsExactly(defined.definition());
    }

    @Test
    void of_many_who_define_one_key_at_once_one_succeeds_and_the_others_are_told() {
        var outcomes = IntStream.range(0, 6)
                .mapToObj(i -> desk.define(choice("journeyStage", "new"))
                        .map(defined -> "defined")
                        .onFailure(CustomFieldRefusals.KeyTaken.class)
                        .recoverWithItem("taken")
                        .subscribeAsCompletionStage())
                .toList();

        assertThat(outcomes.stream().map(CompletableFuture::join))
                .containsExactlyInAnyOrder("defined", "taken", "taken", "taken", "taken", "taken");
    }

    @Test
    void a_pharmacy_has_at_most_a_hundred() {
        IntStream.range(0, 100).forEach(i -> await(desk.define(choice("field" + i, "yes"))));

        assertThatThrownBy(() -> await(desk.define(choice("oneMore", "yes")))).isInstanceOf(CustomFieldsRefused.class);

        assertThat(await(desk.list())).hasSize(100);
    }

    @Test
    void options_can_be_added() {
        var field = await(desk.define(choice("journeyStage", "new")));

        var changed = await(desk.change(field.id(), 1, choice("journeyStage", "new", "stable")));

        assertThat(changed.version()).isEqualTo(2);
        assertThat(await(desk.read(field.id())).definition().options()).containsExactly("new", "stable");
    }

    @Test
    void key_and_type_stay_as_they_are() {
        var field = await(desk.define(choice("journeyStage", "new")));

        assertThatThrownBy(() -> await(desk.change(field.id(), 1, choice("stage", "new"))))
                .isInstanceOf(CustomFieldRefusals.KeyOrTypeChanged.class);
        assertThatThrownBy(() -> await(desk.change(field.id(), 1, Fields.text("journeyStage", null))))
                .isInstanceOf(CustomFieldRefusals.KeyOrTypeChanged.class);

        var read = await(desk.read(field.id()));
        assertThat(read.definition()).isEqualTo(field.definition());
        assertThat(read.version()).isEqualTo(1);
    }

    @Test
    void a_change_of_a_version_that_is_no_longer_present_changes_nothing() {
        var field = await(desk.define(choice("journeyStage", "new")));
        await(desk.change(field.id(), 1, choice("journeyStage", "new", "stable")));

        assertThatThrownBy(() -> await(desk.change(field.id(), 1, choice("journeyStage", "lost"))))
                .isInstanceOf(StaleVersion.class);

        assertThat(await(desk.read(field.id())).definition().options()).containsExactly("new", "stable");
    }

    @Test
    void an_unknown_field_is_not_found() {
        var nothing = new CustomFieldId(UUID.randomUUID());

        assertThatThrownBy(() -> await(desk.read(nothing))).isInstanceOf(CustomFieldRefusals.CustomFieldNotFound.class);
        assertThatThrownBy(() -> await(desk.change(nothing, 1, Fields.text("journeyStage", null))))
                .isInstanceOf(CustomFieldRefusals.CustomFieldNotFound.class);
        assertThatThrownBy(() -> CustomFieldId.of("journeyStage"))
                .isInstanceOf(CustomFieldRefusals.CustomFieldNotFound.class);
    }

    private static CustomFieldDefinition choice(String key, String... options) {
        return Fields.options(key, CustomFieldType.CHOICE, options);
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(10));
    }
}
