package dev.firstfill.api.testing;

import static dev.firstfill.api.testing.Requests.as;
import static dev.firstfill.api.testing.Requests.patientNamed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.api.security.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Guards the guard: what tests take for nothing changed. */
@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImprintTest {

    @Test
    void every_table_that_a_write_touches_shows_it() {
        var northgate = Pharmacies.another();
        var before = Imprint.of(northgate);

        patientNamed(northgate, "Marisol", "Vega");

        assertThat(different(before, Imprint.of(northgate))).containsExactly("outbox_event", "patient", "patient_key");
    }

    @Test
    void one_value_of_one_row_is_enough() {
        var northgate = Pharmacies.another();
        patientNamed(northgate, "Marisol", "Vega");
        var before = Imprint.of(northgate);

        Tables.of(northgate).run("update pharmacy.patient set version = version + 1");

        assertThat(different(before, Imprint.of(northgate))).containsExactly("patient");
    }

    @Test
    void looking_and_delivering_events_change_nothing() {
        var northgate = Pharmacies.another();
        patientNamed(northgate, "Marisol", "Vega");
        var before = Imprint.of(northgate);

        as(northgate, Role.INTAKE_COORDINATOR).get("/v1/patients").then().statusCode(200);
        Tables.of(northgate).run("update pharmacy.outbox_event set state = 'delivered', attempts = 1");

        assertThat(Imprint.of(northgate)).isEqualTo(before);
    }

    @Test
    void a_new_pharmacy_and_a_change_of_ours_show_on_the_platform() {
        var northgate = Pharmacies.another();
        var before = Imprint.ofPlatform(northgate, List.of(northgate.slug()));

        var southbank = Pharmacies.another();
        Tables.of(northgate).run("update control.tenant set name = 'N' where slug = ?", northgate.slug());

        assertThat(different(before, Imprint.ofPlatform(northgate, List.of(northgate.slug()))))
                .containsExactlyInAnyOrder(
                        northgate.id().toString(), southbank.id().toString());
    }

    private static TreeSet<String> different(Map<String, String> before, Map<String, String> after) {
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        names.removeIf(name -> before.getOrDefault(name, "").equals(after.get(name)));
        return names;
    }
}
