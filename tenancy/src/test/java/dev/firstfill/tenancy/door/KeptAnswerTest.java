package dev.firstfill.tenancy.door;

import static dev.firstfill.customfields.CustomFieldSight.ALL;
import static dev.firstfill.tenancy.OnePlatform.northgate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Writing;
import dev.firstfill.patients.PatientChart;
import dev.firstfill.patients.PatientId;
import dev.firstfill.tenancy.audit.AuditedPharmacies;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** An answer is kept with the key of whom it is about, or it is not given. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeptAnswerTest {
    private static final IdempotencyKey KEY = IdempotencyKey.of("priya", "a wish", new byte[] {1});

    private final AuditedPharmacies pharmacies = new AuditedPharmacies();
    private final Tenant northgate = pharmacies.opened(northgate());
    private final PatientId vega = patient("Vega");
    private final PatientId diaz = patient("Diaz");

    @AfterEach
    void close() {
        pharmacies.close();
    }

    @Test
    void about_one_patient_it_is_kept_with_the_patients_key() {
        once("{}", desk -> seen(desk, vega));

        assertThat(kept()).containsExactly(vega.value().toString());
    }

    @Test
    void about_nobody_it_is_kept_with_the_pharmacys_key() {
        once("{}", desk -> Uni.createFrom().voidItem());

        assertThat(kept()).containsExactly((String) null);
    }

    @Test
    void about_several_it_is_refused_and_nothing_is_done() {
        var records = records();

        assertThatThrownBy(() -> once("{}", desk -> changed(desk).chain(() -> seen(desk, vega, diaz))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("An answer about several persons cannot be kept for one key: ");

        assertThat(kept()).isEmpty();
        assertThat(records()).isEqualTo(records);
    }

    @Test
    void whoever_was_looked_at_and_is_not_told_of_does_not_count() {
        once("{}", desk -> seen(desk, vega, diaz).invoke(() -> desk.journal().withheld(diaz.value())));

        assertThat(kept()).containsExactly(vega.value().toString());
    }

    @Test
    void an_empty_answer_is_about_nobody_whoever_was_seen() {
        once("", desk -> seen(desk, vega, diaz));

        assertThat(kept()).containsExactly((String) null);
    }

    @Test
    void what_wrote_nothing_takes_no_key() {
        assertThatThrownBy(() -> once(() -> Uni.createFrom().item(answer("{}"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Nothing was written, so there is nothing to be done once: ");

        assertThat(kept()).isEmpty();
    }

    @Test
    void what_leaves_no_record_is_kept_all_the_same_and_recorded_when_it_is_told_again() {
        Supplier<Uni<StoredAnswer>> work = () -> pharmacies
                .door
                .write(Act.unrecorded("define", "shelf"), desk -> Uni.createFrom()
                        .voidItem())
                .replaceWith(answer("{}"));
        var records = records();

        var first = once(work);
        assertThat(records()).isEqualTo(records);
        var again = once(work);

        assertThat(List.of(first.replayed(), again.replayed())).containsExactly(false, true);
        assertThat(pharmacies.platform.column(
                        "select act from %s.audit_record order by seq desc limit 1".formatted(northgate.schema())))
                .containsExactly("replay shelf");
    }

    private PatientId patient(String family) {
        return pharmacies
                .as(
                        northgate,
                        "priya",
                        () -> pharmacies.registry.register(AuditedPharmacies.details("Ana", family), ALL))
                .id();
    }

    private static Uni<Void> seen(Writing desk, PatientId... patients) {
        var chart = new PatientChart(desk.session(), desk.seals());
        var all = Uni.createFrom().voidItem();
        for (var patient : patients) {
            all = all.chain(() -> chart.whole(patient)).replaceWithVoid();
        }
        return all;
    }

    private static Uni<Void> changed(Writing desk) {
        desk.journal().changed(new UUID(0, 1), null, null, Map.of("state", "new"));
        return Uni.createFrom().voidItem();
    }

    private StoredAnswer once(String body, Function<Writing, Uni<Void>> work) {
        return once(() -> pharmacies.door.write(Act.of("try", "wish"), work).replaceWith(answer(body)));
    }

    private StoredAnswer once(Supplier<Uni<StoredAnswer>> work) {
        return pharmacies.as(northgate, "priya", () -> pharmacies.door.once(KEY, work));
    }

    private static StoredAnswer answer(String body) {
        return new StoredAnswer(200, Map.of(), body.getBytes(StandardCharsets.UTF_8), false);
    }

    /** With whose key: of a patient, or null of the pharmacy. */
    private List<String> kept() {
        return pharmacies.platform.column("select person from %s.idempotency_key".formatted(northgate.schema()));
    }

    private List<String> records() {
        return pharmacies.platform.column("select count(*) from %s.audit_record".formatted(northgate.schema()));
    }
}
