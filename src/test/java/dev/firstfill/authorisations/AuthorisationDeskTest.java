package dev.firstfill.authorisations;

import static dev.firstfill.authorisations.AuthorisationState.APPROVED;
import static dev.firstfill.authorisations.AuthorisationState.DENIED;
import static dev.firstfill.authorisations.AuthorisationState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.customfields.CustomFieldSight;
import dev.firstfill.drugs.Drug;
import dev.firstfill.drugs.DrugDetails;
import dev.firstfill.drugs.DrugFile;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Json;
import dev.firstfill.kernel.OnePharmacy;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.SettableClock;
import dev.firstfill.kernel.StaleVersion;
import dev.firstfill.patients.ErasureReason;
import dev.firstfill.patients.Patient;
import dev.firstfill.patients.PatientDetails;
import dev.firstfill.patients.PatientRefusals;
import dev.firstfill.patients.PatientRegistry;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AuthorisationDeskTest {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private static final Colleague BY = new Colleague("piotr-id", "Piotr Adler");

    private static OnePharmacy pharmacy;
    private static SettableClock clock;
    private static AuthorisationDesk desk;

    private Patient vega;
    private Drug drug;

    @BeforeAll
    static void open() {
        pharmacy = OnePharmacy.open();
        clock = new SettableClock();
        desk = new AuthorisationDesk(pharmacy, AuthorisationPayer.NONE, clock);
    }

    @AfterAll
    static void close() {
        pharmacy.close();
    }

    @BeforeEach
    void somebodyAndADrug() {
        vega = patient();
        drug = drug();
    }

    @Test
    void what_the_payer_said_is_read_back_as_entered() {
        var entered = await(desk.enter(approved("2026-03-01", "2026-08-31"), BY));

        var read = await(desk.read(entered.id()));

        assertThat(read).isEqualTo(entered);
        assertThat(read.details()).isEqualTo(approved("2026-03-01", "2026-08-31"));
        assertThat(pharmacy.told().seen).containsExactly(vega.id().value());
    }

    @Test
    void an_approval_can_be_extended_and_the_ledger_knows_from_what_to_what() {
        var entered = await(desk.enter(approved("2026-03-01", "2026-08-31"), BY));

        var amended = await(desk.amend(entered.id(), 1, approved("2026-03-01", "2026-12-31"), BY));

        assertThat(amended.validUntil()).isEqualTo("2026-12-31");
        assertThat(amended.version()).isEqualTo(2);
        assertThat(pharmacy.told().changes).singleElement().satisfies(change -> {
            assertThat(change.before()).isEqualTo(entered);
            assertThat(change.after()).isEqualTo(amended);
        });
        assertThat(pharmacy.told().events)
                .containsExactly(new Event(
                        "prior-authorisation.amended",
                        "prior-authorisation",
                        entered.id().value(),
                        2));
    }

    @Test
    void a_denial_is_overturned_on_appeal() {
        var denied = await(desk.enter(denied(), BY));

        var amended = await(desk.amend(denied.id(), 1, approved("2026-03-01", "2026-08-31"), BY));

        assertThat(amended.holdsOn(LocalDate.parse("2026-08-31"))).isTrue();
        assertThat(amended.holdsOn(LocalDate.parse("2026-09-01"))).isFalse();
    }

    @Test
    void an_approval_never_becomes_a_denial_behind_what_stands_on_it() {
        var entered = await(desk.enter(approved("2026-03-01", "2026-08-31"), BY));

        assertThatThrownBy(() -> await(desk.amend(entered.id(), 1, denied(), BY)))
                .isInstanceOf(AuthorisationRefusals.MoveNotAllowed.class)
                .hasMessage("The prior authorisation is approved and cannot become denied."
                        + " Extend it, or withdraw it and enter what the payer says now.");

        assertThat(await(desk.read(entered.id()))).isEqualTo(entered);
    }

    @Test
    void what_was_withdrawn_keeps_its_days_and_is_final() {
        var entered = await(desk.enter(approved("2026-03-01", "2026-08-31"), BY));
        var withdrawn = await(desk.amend(entered.id(), 1, of(vega, drug, WITHDRAWN, "2026-03-01", "2026-08-31"), BY));

        assertThatThrownBy(() -> await(desk.amend(entered.id(), 2, approved("2026-03-01", "2026-08-31"), BY)))
                .isInstanceOf(AuthorisationRefusals.MoveNotAllowed.class);

        assertThat(withdrawn.holdsOn(LocalDate.parse("2026-03-02"))).isFalse();
        assertThat(await(desk.read(entered.id()))).isEqualTo(withdrawn);
    }

    @Test
    void it_stays_with_its_patient_and_its_drug() {
        var entered = await(desk.enter(approved("2026-03-01", "2026-08-31"), BY));
        var others = List.of(
                of(patient(), drug, APPROVED, "2026-03-01", "2026-08-31"),
                of(vega, drug(), APPROVED, "2026-03-01", "2026-08-31"));

        for (var other : others) {
            assertThatThrownBy(() -> await(desk.amend(entered.id(), 1, other, BY)))
                    .isInstanceOf(AuthorisationRefusals.OfAnother.class);
        }

        assertThat(await(desk.read(entered.id()))).isEqualTo(entered);
    }

    @Test
    void whoever_saw_an_older_version_changes_nothing() {
        var entered = await(desk.enter(approved("2026-03-01", "2026-08-31"), BY));
        var amended = await(desk.amend(entered.id(), 1, approved("2026-03-01", "2026-12-31"), BY));

        assertThatThrownBy(() -> await(desk.amend(entered.id(), 1, approved("2026-03-01", "2026-04-30"), BY)))
                .isInstanceOf(StaleVersion.class);

        assertThat(await(desk.read(entered.id()))).isEqualTo(amended);
    }

    @Test
    void they_are_listed_by_patient_drug_state_and_last_day() {
        var ending = await(desk.enter(approved("2026-03-01", "2026-03-31"), BY));
        var lasting = await(desk.enter(approved("2026-03-01", "2026-04-01"), BY));
        var denied = await(desk.enter(denied(), BY));
        await(desk.enter(of(patient(), drug(), APPROVED, "2026-03-01", "2026-03-31"), BY));

        assertThat(listed(new AuthorisationFilter(vega.id(), null, null, null, false)))
                .containsExactly(ending, lasting, denied);
        assertThat(listed(new AuthorisationFilter(vega.number(), drug.id(), null, null, false)))
                .containsExactly(ending, lasting, denied);
        assertThat(listed(new AuthorisationFilter(vega.id(), drug.id(), DENIED, null, false)))
                .containsExactly(denied);
        assertThat(listed(new AuthorisationFilter(null, drug.id(), null, LocalDate.parse("2026-04-01"), false)))
                .containsExactly(ending);
    }

    @Test
    void a_list_goes_on_where_its_page_ends() {
        var first = await(desk.enter(approved("2026-03-01", "2026-03-31"), BY));
        var second = await(desk.enter(approved("2026-03-01", "2026-04-30"), BY));
        var filter = new AuthorisationFilter(vega.id(), null, null, null, false);

        var page = await(desk.list(filter, new PageRequest(null, 1, false)));
        var next = await(desk.list(filter, new PageRequest(first.id().value(), 1, false)));

        assertThat(page.items()).containsExactly(first);
        assertThat(page.more()).isTrue();
        assertThat(next.items()).containsExactly(second);
        assertThat(next.more()).isFalse();
    }

    @Test
    void of_somebody_who_was_erased_nothing_is_shown_but_that_there_was_one() {
        var entered = await(desk.enter(approved("2026-03-01", "2026-03-31"), BY));
        await(new PatientRegistry(pharmacy, clock).erase(vega.id(), 1, ErasureReason.PATIENT_REQUEST));

        assertThatThrownBy(() -> await(desk.read(entered.id()))).isInstanceOf(PatientRefusals.PatientErased.class);
        assertThatThrownBy(() -> await(desk.amend(entered.id(), 1, denied(), BY)))
                .isInstanceOf(PatientRefusals.PatientErased.class);
        assertThat(listed(new AuthorisationFilter(null, drug.id(), null, null, false)))
                .singleElement()
                .satisfies(left -> assertThat(left.record()).isNull());
    }

    private static List<PriorAuthorisation> listed(AuthorisationFilter filter) {
        return await(desk.list(filter, new PageRequest(null, 200, false))).items();
    }

    private AuthorisationDetails approved(String from, String until) {
        return of(vega, drug, APPROVED, from, until);
    }

    private AuthorisationDetails denied() {
        return of(vega, drug, DENIED, null, null);
    }

    private static AuthorisationDetails of(
            Patient patient, Drug drug, AuthorisationState state, @Nullable String from, @Nullable String until) {
        return new AuthorisationDetails(
                patient.id().toString(),
                drug.id().toString(),
                state,
                "Aetna",
                "PA-2026-55120",
                from == null ? null : LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until),
                new BigDecimal("26"),
                "called twice",
                null);
    }

    private static Patient patient() {
        return await(
                new PatientRegistry(pharmacy, clock).register(read("""
                {"name": {"given": "Marisol", "family": "Vega"}, "birthDate": "1961-04-12", "sex": "female"}
                """, PatientDetails.class), CustomFieldSight.ALL));
    }

    private static Drug drug() {
        return await(
                new DrugFile(pharmacy, clock).enter(read("""
                {"ndc": "00074-%04d-02", "name": "Adalimumab Pen", "strength": "40 mg/0.4 mL", "dosageForm": "pen",
                 "manufacturer": "Helix Therapeutics", "packageSize": {"quantity": 2, "unit": "pen"},
                 "storage": "refrigerated", "requiresRems": false, "limitedDistribution": false, "schedule": "none"}
                """.formatted(NEXT.incrementAndGet()), DrugDetails.class)));
    }

    private static <T> T read(String json, Class<T> type) {
        return Json.read(json.getBytes(StandardCharsets.UTF_8), type);
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }
}
