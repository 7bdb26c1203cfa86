package dev.firstfill.tenancy.door;

import static dev.firstfill.customfields.CustomFieldSight.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.identifiers.PhoneNumber;
import dev.firstfill.patients.Patient;
import dev.firstfill.patients.PatientSearch;
import dev.firstfill.tenancy.OnePlatform;
import dev.firstfill.tenancy.audit.AuditedPharmacies;
import dev.firstfill.tenancy.catalogue.Tenant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who is sought is found by what is sought: how long it takes must not grow with the number of patients. */
class SearchPlanTest {
    private static final AuditedPharmacies PHARMACIES = new AuditedPharmacies();
    private static Tenant northgate;

    /** As many as make PostgreSQL prefer to walk along the numbers where it may; never analysed, as on the day of an import. */
    @BeforeAll
    static void northgateHasAHundredThousandPatients() {
        northgate = PHARMACIES.opened(OnePlatform.northgate());
        PHARMACIES.as(
                northgate,
                "priya",
                () -> PHARMACIES.registry.register(AuditedPharmacies.details("Marisol", "Vega"), ALL));
        PHARMACIES.platform.asSuperuser("""
                insert into %1$s.patient (id, version, record, search_tokens, created_at, updated_at)
                select gen_random_uuid(), 1, p.record,
                  array(select (random() * 9e18)::bigint from generate_series(1, 3) where n > 0), now(), now()
                from %1$s.patient p, generate_series(1, 100000) n
                """.formatted(northgate.schema()));
    }

    @AfterAll
    static void close() {
        PHARMACIES.close();
    }

    @Test
    void a_search_by_phone_goes_by_the_index_of_tokens_and_walks_along_no_other() {
        var sought = new PatientSearch(null, null, null, PhoneNumber.parse("(212) 555-0147"), null);

        for (int time = 0; time < 10; time++) {
            assertThat(PHARMACIES.as(northgate, "priya", () -> PHARMACIES.registry.search(sought, ALL)))
                    .extracting(Patient::details)
                    .containsExactly(AuditedPharmacies.details("Marisol", "Vega"));
        }

        // A backend tells the statistics of what it did once it has nothing to do.
        OnePlatform.awaitUntil(() -> scans("patient_search_tokens").equals(List.of("10")));
        assertThat(scans("patient_number_unique")).containsExactly("0");
    }

    private static List<String> scans(String index) {
        return PHARMACIES.platform.column(
                "select idx_scan from pg_stat_user_indexes where schemaname = '%s' and indexrelname = '%s'"
                        .formatted(northgate.schema(), index));
    }
}
