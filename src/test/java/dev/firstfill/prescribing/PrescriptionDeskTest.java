package dev.firstfill.prescribing;

import static dev.firstfill.prescribing.Orders.JONAS;
import static dev.firstfill.prescribing.Orders.PRIYA;
import static dev.firstfill.prescribing.Orders.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.drugs.ControlledSchedule;
import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.OnePharmacy;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.Refusal;
import dev.firstfill.kernel.StaleVersion;
import dev.firstfill.patients.ErasureReason;
import dev.firstfill.patients.PatientRefusals;
import dev.firstfill.patients.PatientRegistry;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PrescriptionDeskTest {
    private static OnePharmacy pharmacy;

    private Office office;

    @BeforeAll
    static void openPharmacy() {
        pharmacy = OnePharmacy.open();
    }

    @AfterAll
    static void closePharmacy() {
        pharmacy.close();
    }

    @BeforeEach
    void anOffice() {
        office = new Office(pharmacy);
    }

    @Test
    void what_is_entered_is_a_draft_with_a_number_and_can_be_read_by_it() {
        var entered = await(office.desk.enter(office.details(), PRIYA));

        assertThat(pharmacy.told().events)
                .containsExactly(new Event(
                        "prescription.entered",
                        "prescription",
                        entered.prescription().id().value(),
                        1));
        var read = await(office.desk.read(
                PrescriptionReference.of(entered.prescription().number().toString())));
        assertThat(pharmacy.told().seen).containsExactly(office.vega.id().value());
        assertThat(read.state()).isEqualTo(PrescriptionState.DRAFT);
        assertThat(read.prescription().id()).isEqualTo(entered.prescription().id());
        assertThat(read.prescription().patient()).isEqualTo(office.vega.id());
        assertThat(read.prescription().prescriber()).isEqualTo(office.anand.id());
        assertThat(read.prescription().drug()).isEqualTo(office.adalimumab.id());
        assertThat(read.prescription().quantity()).isEqualTo("2");
        assertThat(read.prescription().daysSupply()).isEqualTo(28);
        assertThat(read.prescription().fillsAuthorised()).isEqualTo(3);
        assertThat(read.prescription().icd10Codes())
                .extracting(Object::toString)
                .hasSize(1);
        assertThat(read.words())
                .isEqualTo(new PrescriptionWords(
                        "Inject 40 mg under the skin every other week",
                        "Seropositive rheumatoid arthritis",
                        null,
                        null));
        assertThat(read.totalDailyDose().orElseThrow()).isEqualTo("2.857");
    }

    @ParameterizedTest
    @CsvSource({
        "patient, P999999999, prescription-patient-not-found",
        "patient, nobody, prescription-patient-not-found",
        "prescriber, 1234567893, prescription-prescriber-not-found",
        "prescriber, nobody, prescription-prescriber-not-found",
        "drug, 99999-9999-99, prescription-drug-not-found",
        "drug, nothing, prescription-drug-not-found"
    })
    void what_the_order_names_has_to_be_there(String property, String reference, String code) {
        var details = office.details("\"%s\": \"%s\"".formatted(property, reference));

        assertThatThrownBy(() -> await(office.desk.enter(details, PRIYA)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(code);
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNPROCESSABLE);
                });
        assertThat(office.listed(null)).isEmpty();
    }

    @Test
    void of_an_erased_patient_nothing_is_entered_and_nothing_that_was_written_is_read() {
        var before = office.draft();
        await(new PatientRegistry(pharmacy, office.clock).erase(office.vega.id(), 1, ErasureReason.PATIENT_REQUEST));

        assertThatThrownBy(() -> await(office.desk.enter(office.details(), PRIYA)))
                .isInstanceOf(PatientRefusals.PatientErased.class);
        assertThatThrownBy(() -> await(office.desk.read(before))).isInstanceOf(PatientRefusals.PatientErased.class);
        assertThatThrownBy(() -> await(office.moves.activate(before, 1, PRIYA)))
                .isInstanceOf(PatientRefusals.PatientErased.class);
        var newest = await(office.desk.list(
                        new PrescriptionFilter(null, PrescriptionState.DRAFT), new PageRequest(null, 1, true)))
                .items()
                .get(0);
        assertThat(newest.prescription().id()).isEqualTo(before);
        assertThat(newest.words()).isNull();
        assertThat(office.changes(before)).extracting(RecordedChange::words).containsOnlyNulls();
    }

    @Test
    void a_draft_changes_freely_but_for_its_patient() {
        var draft = office.draft();
        var other = Orders.drug(pharmacy, office.clock, ControlledSchedule.IV);

        var amended = await(office.desk.amend(
                draft,
                1,
                present ->
                        office.details("\"drug\": \"%s\", \"quantity\": 4, \"note\": \"by fax\"".formatted(other.id())),
                AmendmentScope.ALL,
                JONAS));

        assertThat(amended.prescription().drug()).isEqualTo(other.id());
        assertThat(amended.prescription().expiresOn()).isEqualTo("2026-09-02");
        assertThat(amended.prescription().daysSupply()).isEqualTo(56);
        assertThat(amended.prescription().version()).isEqualTo(2);
        assertThat(office.read(draft).words().note()).isEqualTo("by fax");

        var somebodyElse = Orders.vega(pharmacy, office.clock);
        assertThatThrownBy(() -> await(office.desk.amend(
                        draft,
                        2,
                        present -> office.details("\"patient\": \"%s\"".formatted(somebodyElse.id())),
                        AmendmentScope.ALL,
                        JONAS)))
                .isInstanceOf(PrescribingRefusals.FieldFixed.class)
                .hasMessage(
                        "patient of a prescription that is draft cannot be changed: cancel it and enter a new one.");
        assertThat(office.read(draft).prescription().patient()).isEqualTo(office.vega.id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"sig\": \"Inject one pen every second Monday\"",
                "\"daysSupply\": 27",
                "\"refillsAuthorised\": 5",
                "\"dispenseAsWritten\": \"not-allowed-by-prescriber\"",
                "\"note\": \"Ms. Vega prefers mornings\"",
                "\"icd10Codes\": [\"M05.79\", \"M06.9\"]",
                "\"clinicalIndication\": \"RA\""
            })
    void an_active_prescription_is_amended_with_a_reason_and_who_authorised_it(String member) {
        var active = office.active();
        var why = """
                "amendment": {"reason": "prescriber-clarified", "authorisedBy": "Dr. Anand, by telephone"}
                """;

        assertThatThrownBy(() -> await(office.desk.amend(
                        active, 2, present -> office.present(present, member), AmendmentScope.ALL, JONAS)))
                .isInstanceOf(PrescribingRefusals.AmendmentUnexplained.class);
        await(office.desk.amend(active, 2, present -> office.present(present, member, why), AmendmentScope.ALL, JONAS));

        var amended = office.changes(active).getLast();
        assertThat(amended.kind()).isEqualTo(ChangeKind.AMENDED);
        assertThat(amended.by()).isEqualTo(JONAS);
        assertThat(amended.reason()).contains("PRESCRIBER_CLARIFIED");
        assertThat(amended.words().authorisedBy()).isEqualTo("Dr. Anand, by telephone");
        assertThat(amended.words().before()).isNotEqualTo(amended.words().after());
        assertThat(office.read(active).state()).isEqualTo(PrescriptionState.ACTIVE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            quantity  | "quantity": 4, "daysSupply": null
            writtenOn | "writtenOn": "2026-03-01"
            startsOn  | "startsOn": "2026-03-03"
            expiresOn | "expiresOn": "2026-12-31"
            origin    | "origin": "fax"
            """)
    void what_makes_an_active_prescription_this_one_is_never_changed(String property, String member) {
        var active = office.active();
        var before = office.read(active);
        var why = """
                "amendment": {"reason": "prescriber-clarified", "authorisedBy": "Dr. Anand"}
                """;

        assertThatThrownBy(() -> await(office.desk.amend(
                        active, 2, present -> office.present(present, member, why), AmendmentScope.ALL, JONAS)))
                .isInstanceOfSatisfying(PrescribingRefusals.FieldFixed.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("prescription-field-fixed"))
                .hasMessageStartingWith(property + " of a prescription that is active");

        assertThat(office.read(active)).usingRecursiveComparison().isEqualTo(before);
        assertThat(office.changes(active)).hasSize(2);
    }

    @Test
    void prescriber_and_drug_of_an_active_prescription_are_never_changed() {
        var active = office.active();
        var drug = Orders.adalimumab(pharmacy, office.clock).id().toString();
        var prescriber = Orders.drAnand(pharmacy, office.clock).id().toString();
        var why = """
                "amendment": {"reason": "prescriber-clarified", "authorisedBy": "Dr. Anand"}
                """;

        for (var member : List.of("\"drug\": \"" + drug + '"', "\"prescriber\": \"" + prescriber + '"')) {
            assertThatThrownBy(() -> await(office.desk.amend(
                            active, 2, present -> office.present(present, member, why), AmendmentScope.ALL, JONAS)))
                    .isInstanceOf(PrescribingRefusals.FieldFixed.class);
        }

        assertThat(office.read(active).prescription().drug()).isEqualTo(office.adalimumab.id());
        assertThat(office.read(active).prescription().prescriber()).isEqualTo(office.anand.id());
    }

    @Test
    void whoever_may_change_drafts_only_changes_nothing_that_a_pharmacist_verified() {
        var active = office.active();
        var why = """
                "note": "x", "amendment": {"reason": "note-added", "authorisedBy": "Jonas"}
                """;

        assertThatThrownBy(() -> await(office.desk.amend(
                        active, 2, present -> office.present(present, why), AmendmentScope.DRAFTS, JONAS)))
                .isInstanceOf(PrescribingRefusals.AmendmentNeedsPharmacist.class);

        assertThat(office.read(active).words().note()).isNull();
        var draft = office.draft();
        await(office.desk.amend(draft, 1, present -> office.present(present, why), AmendmentScope.DRAFTS, JONAS));
        assertThat(office.read(draft).words().note()).isEqualTo("x");
    }

    @Test
    void nothing_is_amended_by_whoever_saw_another_version_or_once_it_is_over() {
        var draft = office.draft();

        assertThatThrownBy(() -> await(office.desk.amend(draft, 2, present -> present, AmendmentScope.ALL, JONAS)))
                .isInstanceOf(StaleVersion.class);
        await(office.moves.cancel(draft, CancellationReason.DUPLICATE, null, JONAS));
        assertThatThrownBy(() -> await(office.desk.amend(draft, 2, present -> present, AmendmentScope.ALL, JONAS)))
                .isInstanceOf(PrescribingRefusals.NotAmendable.class)
                .hasMessage("A prescription that is cancelled cannot be changed. Enter a new prescription.");

        assertThat(office.changes(draft)).hasSize(2);
    }

    @Test
    void lists_show_the_state_of_today() {
        var draft = office.draft();
        var active = office.active();
        var expiring = office.active("\"expiresOn\": \"2026-03-31\"");
        var held = office.active("\"expiresOn\": \"2026-03-31\"");
        await(office.moves.hold(held, HoldReason.PROCEDURE, null, PRIYA));

        assertThat(office.listed(null)).containsExactly(draft, active, expiring, held);
        assertThat(office.listed(PrescriptionState.DRAFT)).containsExactly(draft);
        assertThat(office.listed(PrescriptionState.ACTIVE)).containsExactly(active, expiring);
        assertThat(office.listed(PrescriptionState.ON_HOLD)).containsExactly(held);
        assertThat(office.listed(PrescriptionState.EXPIRED)).isEmpty();

        office.clock.day("2026-04-01");

        assertThat(office.listed(PrescriptionState.ACTIVE)).containsExactly(active);
        assertThat(office.listed(PrescriptionState.ON_HOLD)).isEmpty();
        assertThat(office.listed(PrescriptionState.EXPIRED)).containsExactly(expiring, held);
        assertThat(office.read(expiring).state()).isEqualTo(PrescriptionState.EXPIRED);
    }

    @Test
    void a_list_goes_on_where_the_page_before_ended() {
        var first = office.draft();
        var second = office.draft();
        var third = office.draft();
        var ofVega = new PrescriptionFilter(office.vega.number(), null);

        var page = await(office.desk.list(ofVega, new PageRequest(null, 2, true)));

        assertThat(page.items()).extracting(item -> item.prescription().id()).containsExactly(third, second);
        assertThat(page.more()).isTrue();
        var rest = await(office.desk.list(ofVega, new PageRequest(second.value(), 2, true)));
        assertThat(rest.items()).extracting(item -> item.prescription().id()).containsExactly(first);
        assertThat(rest.more()).isFalse();
    }
}
