package dev.firstfill.tenancy.door;

import static dev.firstfill.customfields.CustomFieldSight.ALL;
import static dev.firstfill.tenancy.OnePlatform.northgate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Journal;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.patients.PatientChart;
import dev.firstfill.tenancy.audit.AuditedPharmacies;
import dev.firstfill.tenancy.catalogue.Tenant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A dispense changes a prescription, lots and itself in one act, and one record tells them apart. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SeveralChangesTest {
    private static final UUID DISPENSE = new UUID(0, 1);
    private static final UUID PRESCRIPTION = new UUID(0, 2);
    private static final UUID LOT = new UUID(0, 3);

    private final AuditedPharmacies pharmacies = new AuditedPharmacies();
    private final Tenant northgate = pharmacies.opened(northgate());
    private final UUID vega = patient("Vega");

    @AfterEach
    void close() {
        pharmacies.close();
    }

    @Test
    void one_record_names_each_thing_with_its_own_fields() {
        dispense(journal -> {
            journal.changed(DISPENSE, vega, null, Map.of("state", "packed"));
            journal.changed(PRESCRIPTION, vega, Map.of("state", "active"), Map.of("state", "filled"));
            journal.changed(LOT, null, Map.of("units", 30), Map.of("units", 0));
        });

        var record = lastRecord();
        assertThat(record.act()).isEqualTo("record dispense");
        assertThat(record.patients()).containsExactly(vega);
        assertThat(record.entry().get("resource").asText()).isEqualTo(DISPENSE.toString());
        assertThat(record.entry().get("fields").toString()).isEqualTo("[\"state\"]");
        assertThat(record.entry().get("alsoChanged").toString()).isEqualTo("""
                [{"resource":"%s","fields":["state"]},{"resource":"%s","fields":["units"]}]""".formatted(PRESCRIPTION, LOT));
        assertThat(record.content().toString()).isEqualTo("""
                {"changes":{"state":{"before":null,"after":"packed"}},"alsoChanged":[\
                {"resource":"%s","changes":{"state":{"before":"active","after":"filled"}}},\
                {"resource":"%s","changes":{"units":{"before":30,"after":0}}}]}""".formatted(PRESCRIPTION, LOT));
    }

    @Test
    void the_patients_key_seals_it_all_whichever_is_told_first() {
        dispense(journal -> {
            journal.changed(LOT, null, Map.of("units", 30), Map.of("units", 0));
            journal.changed(DISPENSE, vega, null, Map.of("state", "packed"));
        });
        pharmacies.platform.asSuperuser("delete from %s.patient_key".formatted(northgate.schema()));

        var record = lastRecord();

        assertThat(record.erased()).isTrue();
        assertThat(record.content()).isNull();
        assertThat(record.entry().get("resource").asText()).isEqualTo(LOT.toString());
    }

    @Test
    void one_act_does_not_change_two_patients() {
        var diaz = patient("Diaz");
        var before = records();

        assertThatThrownBy(() -> dispense(journal -> {
                    journal.changed(DISPENSE, vega, null, Map.of("state", "packed"));
                    journal.changed(PRESCRIPTION, diaz, Map.of("fills", 3), Map.of("fills", 2));
                }))
                .hasMessage("One act changes one person: what it changed is sealed with that key.");

        assertThat(records()).isEqualTo(before);
    }

    private UUID patient(String family) {
        var registered = pharmacies.as(
                northgate, "priya", () -> pharmacies.registry.register(AuditedPharmacies.details("Ana", family), ALL));
        return registered.id().value();
    }

    private void dispense(Consumer<Journal> told) {
        pharmacies.as(
                northgate,
                "priya",
                () -> pharmacies.door.write(
                        Act.of("record", "dispense"), desk -> new PatientChart(desk.session(), desk.seals())
                                .sealsOf(List.of(vega))
                                .invoke(seals -> told.accept(desk.journal()))));
    }

    private LedgerItem lastRecord() {
        var reader = new LedgerReader(pharmacies.door);
        var filter = new LedgerFilter(null, null, null, null, null, null);
        return pharmacies.as(northgate, "ana", () -> reader.list(filter, new PageRequest(null, 1, true))
                .chain(page -> reader.read(page.items().get(0).reference())));
    }

    private List<String> records() {
        return pharmacies.platform.column("select count(*) from %s.audit_record".formatted(northgate.schema()));
    }
}
