package dev.firstfill.referrals;

import static dev.firstfill.referrals.ReferralState.ACCEPTED;
import static dev.firstfill.referrals.ReferralState.DUPLICATE;
import static dev.firstfill.referrals.ReferralState.NEEDS_REVIEW;
import static dev.firstfill.referrals.ReferralState.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firstfill.customfields.CustomFieldSight;
import dev.firstfill.drugs.DrugDetails;
import dev.firstfill.drugs.DrugFile;
import dev.firstfill.identifiers.Icd10Code;
import dev.firstfill.identifiers.Npi;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Json;
import dev.firstfill.kernel.OnePharmacy;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.patients.Patient;
import dev.firstfill.patients.PatientRegistry;
import dev.firstfill.prescribers.PrescriberDirectory;
import dev.firstfill.prescribing.PrescriptionDesk;
import dev.firstfill.prescribing.PrescriptionState;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReceiveReferralsTest {
    private static final Colleague RUTH = new Colleague("ruth-id", "ruth");

    /** Five in the evening of 21 November in Chicago, where the pharmacy is; in London it is the 22nd soon. */
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-21T23:00:00Z"), ZoneId.of("America/Chicago"));

    private final Cases cases = new Cases();
    private final OnePharmacy pharmacy = OnePharmacy.open();
    private final ReferralIntake intake = new ReferralIntake(pharmacy, clock, cases);
    private final ReferralReview review = new ReferralReview(pharmacy, clock, cases);
    private final ReferralSupplements supplements = new ReferralSupplements(pharmacy, clock, cases);
    private final ReferralFile file = new ReferralFile(pharmacy);
    private final PatientRegistry patients = new PatientRegistry(pharmacy, clock);

    @BeforeEach
    void stock() {
        for (var pack : List.of("00074-0554-02|2", "00074-0554-03|3", "00074-0554-04|4")) {
            await(new DrugFile(pharmacy, clock)
                    .enter(Json.read(
                            """
                    {"ndc": "%s", "rxNorm": "327361", "name": "Adalimumab Pen", "strength": "40 mg/0.4 mL",
                     "dosageForm": "pen", "manufacturer": "Helix Therapeutics",
                     "packageSize": {"quantity": %s, "unit": "pen"}, "storage": "refrigerated",
                     "requiresRems": false, "limitedDistribution": false, "schedule": "none"}
                    """.formatted((Object[]) pack.split("\\|")).getBytes(StandardCharsets.UTF_8),
                            DrugDetails.class)));
        }
    }

    @AfterEach
    void close() {
        pharmacy.close();
    }

    @Test
    void a_complete_referral_becomes_a_patient_a_draft_and_a_case() {
        var received = receive(order());

        assertThat(received.state()).isEqualTo(ACCEPTED);
        assertThat(received.findings()).isEmpty();
        var patient = patient(received);
        assertThat(patient.details().name().family()).isEqualTo("Vega");
        assertThat(patient.details().coverages()).hasSize(1);
        assertThat(patient.details().diagnoses().get(0).primary()).isTrue();
        var draft = await(new PrescriptionDesk(pharmacy, clock).read(Objects.requireNonNull(received.prescription())));
        assertThat(draft.state()).isEqualTo(PrescriptionState.DRAFT);
        assertThat(draft.prescription().patient()).isEqualTo(received.patient());
        assertThat(cases.of(received).prescription()).isEqualTo(received.prescription());
        assertThat(cases.of(received).payer()).isEqualTo("Aetna");
        assertThat(cases.of(received).payerKind()).isEqualTo(ReferredPayerKind.COMMERCIAL);
        assertThat(cases.of(received).signedAt()).isEqualTo("2026-11-20T03:30:00Z");
        assertThat(cases.of(received).lacksInformation()).isFalse();
    }

    @Test
    void it_was_written_on_the_pharmacys_day() {
        var received = receive(order());

        var draft = await(new PrescriptionDesk(pharmacy, clock).read(Objects.requireNonNull(received.prescription())));

        assertThat(draft.prescription().writtenOn()).isEqualTo(LocalDate.parse("2026-11-19"));
    }

    @Test
    void the_largest_package_that_goes_into_the_quantity_is_taken() {
        var six = receive(with(order(), "/medication", "\"quantity\": 6"));
        var four = receive(with(order(), "/medication", "\"quantity\": 4"));
        var five = receive(with(order(), "/medication", "\"quantity\": 5"));

        assertThat(List.of(ndc(six), ndc(four), ndc(five)))
                .containsExactly("00074055403", "00074055404", "00074055402");
    }

    @Test
    void what_is_missing_is_named_with_whom_to_ask() {
        var bare = with(order(), "", "\"coverages\": [], \"diagnoses\": []");
        bare = with(bare, "/patient", "\"phones\": [], \"addresses\": []");
        bare = with(bare, "/prescriber", "\"npi\": \"1234567890\"");
        bare = with(bare, "/medication", "\"rxNorm\": \"1\", \"sig\": null, \"quantity\": null, \"daysSupply\": null");

        var received = receive(bare);

        assertThat(received.state()).isEqualTo(ACCEPTED);
        assertThat(received.prescription()).isNull();
        assertThat(received.findings())
                .containsExactly(
                        finding(FindingCode.PHONE_MISSING, InformationSource.PRESCRIBER, "/patient/phones", true),
                        finding(FindingCode.ADDRESS_MISSING, InformationSource.PATIENT, "/patient/addresses", false),
                        finding(FindingCode.INSURANCE_MISSING, InformationSource.PATIENT, "/coverages", true),
                        finding(
                                FindingCode.PRESCRIBER_NPI_INVALID,
                                InformationSource.PRESCRIBER,
                                "/prescriber/npi",
                                true),
                        finding(FindingCode.DIAGNOSIS_CODE_MISSING, InformationSource.PRESCRIBER, "/diagnoses", true),
                        finding(
                                FindingCode.DRUG_NOT_IN_FORMULARY,
                                InformationSource.PHARMACY,
                                "/medication/rxNorm",
                                true),
                        finding(FindingCode.SIG_MISSING, InformationSource.PRESCRIBER, "/medication/sig", false),
                        finding(
                                FindingCode.QUANTITY_MISSING,
                                InformationSource.PRESCRIBER,
                                "/medication/quantity",
                                true),
                        finding(
                                FindingCode.DAYS_SUPPLY_MISSING,
                                InformationSource.PRESCRIBER,
                                "/medication/daysSupply",
                                false));
        assertThat(cases.of(received).lacksInformation()).isTrue();
    }

    @Test
    void a_draft_is_made_as_soon_as_nothing_of_it_is_missing() {
        var bare = with(order(), "", "\"diagnoses\": [{\"text\": \"arthritis\", \"forOrder\": true}]");
        bare = with(bare, "/medication", "\"sig\": null");
        var received = receive(bare);
        assertThat(codes(received)).containsExactly(FindingCode.DIAGNOSIS_CODE_MISSING, FindingCode.SIG_MISSING);

        var half = await(supplements.add(received.id(), supplement("\"icd10Code\": \"M05.79\""), RUTH));
        var whole = await(supplements.add(received.id(), supplement("\"sig\": \"Inject 40 mg weekly\""), RUTH));

        assertThat(codes(half)).containsExactly(FindingCode.SIG_MISSING);
        assertThat(half.prescription()).isNull();
        assertThat(whole.findings()).isEmpty();
        assertThat(whole.prescription()).isNotNull();
        assertThat(pharmacy.told().events).extracting(event -> event.type()).contains("referral.supplemented");
        assertThat(patient(whole).details().diagnoses())
                .extracting(one -> one.code())
                .containsExactly(Icd10Code.parse("M05.79"));
        assertThat(cases.opened()).isEqualTo(1);
    }

    @Test
    void an_order_out_of_time_is_no_draft() {
        var future = receive(with(order(), "/medication", "\"writtenAt\": \"2026-11-23T12:00:00Z\""));
        var old = receive(with(order(), "/medication", "\"writtenAt\": \"2025-11-19T12:00:00Z\""));

        for (var referral : List.of(future, old)) {
            assertThat(codes(referral)).containsExactly(FindingCode.ORDER_AGAINST_RULES);
            assertThat(referral.prescription()).isNull();
        }
    }

    @Test
    void the_same_order_in_another_envelope_begins_nothing() {
        var first = receive(order());

        var second = await(intake.receive(
                new NewReferral(ReferralSource.EMR, read(order()), "application/fhir+json", "{}".getBytes()), RUTH));

        assertThat(second.state()).isEqualTo(DUPLICATE);
        assertThat(second.duplicateOf()).isEqualTo(first.id());
        assertThat(cases.opened()).isEqualTo(1);
        assertThat(await(file.document(second.id())).bytes()).isEqualTo("{}".getBytes());
    }

    @Test
    void next_months_order_is_another() {
        var first = receive(order());
        var second = receive(with(order(), "/medication", "\"writtenAt\": \"2026-11-20T03:30:01Z\""));

        assertThat(second.state()).isEqualTo(ACCEPTED);
        assertThat(second.patient()).isEqualTo(first.patient());
        assertThat(cases.opened()).isEqualTo(2);
    }

    @Test
    void of_twelve_that_come_at_once_one_begins_a_case() {
        var sent = IntStream.range(0, 12)
                .mapToObj(i -> intake.receive(referral(order()), RUTH))
                .toList();

        var received = await(Uni.join().all(sent).andFailFast());

        assertThat(received).filteredOn(one -> one.state() == ACCEPTED).hasSize(1);
        assertThat(received).filteredOn(one -> one.state() == DUPLICATE).hasSize(11);
        assertThat(cases.opened()).isEqualTo(1);
    }

    @Test
    void an_office_that_is_known_does_not_wait_for_its_own_orders() {
        long turnsOfANewcomers = turns(order());
        receive(order());

        assertThat(turns(order())).isEqualTo(turnsOfANewcomers - 1);
    }

    private long turns(ObjectNode order) {
        return await(pharmacy.write(Act.of("count", "turn"), desk -> ReferralIntake.inTurn(
                        desk, referral(order).order(), List.of())
                .chain(() -> desk.session()
                        .createNativeQuery(
                                "select count(*) from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()",
                                Long.class)
                        .getSingleResult())));
    }

    @Test
    void two_orders_for_one_newcomer_at_once_register_one_patient_and_one_prescriber() {
        var other = with(order(), "/medication", "\"quantity\": 4");

        var received = await(Uni.join()
                .all(intake.receive(referral(order()), RUTH), intake.receive(referral(other), RUTH))
                .andFailFast());

        assertThat(received).extracting(Referral::state).containsOnly(ACCEPTED);
        assertThat(received)
                .extracting(Referral::patient)
                .containsOnly(received.get(0).patient());
        assertThat(await(new PrescriberDirectory(pharmacy, clock).list(new PageRequest(null, 9, false)))
                        .items())
                .hasSize(1);
    }

    @Test
    void a_known_patients_record_is_added_to_and_never_overwritten() {
        var first = receive(order());
        var moved = with(order(), "/patient", """
                "phones": [{"use": "mobile", "number": "+13125550177"}],
                "allergies": [{"substance": "Aspirin"}]""");
        moved = with(moved, "", """
                "coverages": [{"payer": "Cigna", "kind": "commercial", "memberId": "C77"}]""");

        var second = receive(with(moved, "/medication", "\"quantity\": 4"));

        assertThat(second.patient()).isEqualTo(first.patient());
        var details = patient(second).details();
        assertThat(details.phones()).extracting(phone -> phone.number().value()).containsExactly("+13125550142");
        assertThat(details.coverages()).extracting(one -> one.payer()).containsExactly("Aetna", "Cigna");
        assertThat(details.allergies()).hasSize(1);
        assertThat(codes(second)).containsExactly(FindingCode.DEMOGRAPHICS_DIFFER, FindingCode.COVERAGE_DIFFERS);
        assertThat(cases.of(second).payer()).isEqualTo("Aetna");
    }

    @Test
    void a_doubtful_referral_waits_and_enters_nobody() {
        var first = receive(order());

        var twin = receive(twin());

        assertThat(twin.state()).isEqualTo(NEEDS_REVIEW);
        assertThat(twin.patient()).isNull();
        assertThat(twin.candidates()).containsExactly(first.patient());
        assertThat(codes(twin)).containsExactly(FindingCode.PATIENT_UNDER_REVIEW);
        assertThat(pharmacy.told().seen).isEmpty();
        assertThat(count()).isEqualTo(1);
        assertThat(cases.opened()).isEqualTo(1);
        assertThat(await(file.list(NEEDS_REVIEW, new PageRequest(null, 9, false)))
                        .items())
                .extracting(Referral::id)
                .containsExactly(twin.id());
    }

    @Test
    void a_person_decides_that_it_is_somebody_new() {
        receive(order());
        var twin = receive(twin());
        var again = receive(twin());

        var decided = await(review.decide(twin.id(), new ReviewDecision.NewPerson(), RUTH));

        assertThat(again.duplicateOf()).isEqualTo(twin.id());
        assertThat(decided.state()).isEqualTo(ACCEPTED);
        assertThat(decided.prescription()).isNotNull();
        assertThat(patient(decided).details().name().given()).isEqualTo("Lucia");
        assertThat(count()).isEqualTo(2);
        assertThat(cases.opened()).isEqualTo(2);
        assertThat(await(file.read(again.id())).patient()).isEqualTo(decided.patient());
        assertThat(await(file.document(again.id())).bytes()).isEqualTo(bytes(twin()));
    }

    @Test
    void a_person_decides_that_it_is_a_patient() {
        var first = receive(order());
        var twin = receive(twin());

        var decided = await(
                review.decide(twin.id(), new ReviewDecision.SamePerson(Objects.requireNonNull(first.patient())), RUTH));

        assertThat(decided.patient()).isEqualTo(first.patient());
        assertThat(codes(decided)).containsExactly(FindingCode.DEMOGRAPHICS_DIFFER);
        assertThat(patient(decided).details().name().given()).isEqualTo("Marisol");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void a_person_decides_that_it_begins_nothing_and_it_may_be_sent_again() {
        receive(order());
        var twin = receive(twin());

        var decided = await(review.decide(twin.id(), new ReviewDecision.Rejected(RejectionReason.WITHDRAWN), RUTH));
        var again = receive(twin());

        assertThat(decided.state()).isEqualTo(REJECTED);
        assertThat(decided.rejection()).isEqualTo(RejectionReason.WITHDRAWN);
        assertThat(again.state()).isEqualTo(NEEDS_REVIEW);
        assertThat(cases.opened()).isEqualTo(1);
    }

    @Test
    void a_decision_stands() {
        receive(order());
        var twin = receive(twin());
        await(review.decide(twin.id(), new ReviewDecision.NewPerson(), RUTH));

        assertThatThrownBy(() -> await(review.decide(twin.id(), new ReviewDecision.NewPerson(), RUTH)))
                .isInstanceOf(ReferralRefusals.NotUnderReview.class);

        assertThat(count()).isEqualTo(2);
        assertThat(cases.opened()).isEqualTo(2);
    }

    @Test
    void of_two_that_wait_for_one_newcomer_the_second_is_not_registered_again() {
        receive(order());
        var one = receive(twin());
        var two = receive(with(twin(), "/medication", "\"quantity\": 4"));
        var newcomer = await(review.decide(one.id(), new ReviewDecision.NewPerson(), RUTH));

        assertThatThrownBy(() -> await(review.decide(two.id(), new ReviewDecision.NewPerson(), RUTH)))
                .isInstanceOf(ReferralRefusals.RegisteredMeanwhile.class);
        var decided = await(review.decide(
                two.id(), new ReviewDecision.SamePerson(Objects.requireNonNull(newcomer.patient())), RUTH));

        assertThat(decided.patient()).isEqualTo(newcomer.patient());
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void nobody_is_taken_for_whom_they_do_not_resemble() {
        receive(order());
        var twin = receive(twin());
        var stranger = receive(with(order(), "/patient", """
                "name": {"given": "Petra", "family": "Novak"}, "birthDate": "1980-01-02",
                "phones": [], "addresses": []"""));

        assertThatThrownBy(() -> await(review.decide(
                        twin.id(), new ReviewDecision.SamePerson(Objects.requireNonNull(stranger.patient())), RUTH)))
                .isInstanceOf(ReferralRefusals.NotACandidate.class);

        assertThat(await(file.read(twin.id())).state()).isEqualTo(NEEDS_REVIEW);
    }

    @Test
    void what_waits_for_a_decision_takes_no_supplement() {
        receive(order());
        var twin = receive(twin());

        assertThatThrownBy(() -> await(supplements.add(twin.id(), supplement("\"sig\": \"daily\""), RUTH)))
                .isInstanceOf(ReferralRefusals.TakesNoSupplements.class);
    }

    @Test
    void without_a_date_only_the_same_document_is_the_same_order() {
        var fax = with(order(), "/medication", "\"writtenAt\": null");

        var first = receive(fax);
        var same = receive(fax);
        var other = receive(with(fax, "", "\"consent\": true"));

        assertThat(List.of(first.state(), same.state(), other.state())).containsExactly(ACCEPTED, DUPLICATE, ACCEPTED);
        assertThat(codes(first)).containsExactly(FindingCode.WRITTEN_DATE_MISSING);
    }

    @Test
    void an_unknown_npi_without_a_name_is_asked_for() {
        var received = receive(with(order(), "/prescriber", "\"name\": null, \"npi\": \"1245319599\""));

        assertThat(codes(received)).containsExactly(FindingCode.PRESCRIBER_NAME_MISSING);
        assertThat(Npi.parse("1245319599")).isNotNull();
    }

    private static Finding finding(FindingCode code, InformationSource source, String pointer, boolean holds) {
        return new Finding(code, source, pointer, holds);
    }

    private static List<FindingCode> codes(Referral referral) {
        return referral.findings().stream().map(Finding::code).toList();
    }

    private Patient patient(Referral referral) {
        return await(patients.read(Objects.requireNonNull(referral.patient()), CustomFieldSight.ALL));
    }

    private String ndc(Referral referral) {
        return await(new DrugFile(pharmacy, clock).read(Objects.requireNonNull(referral.drug())))
                .details()
                .ndc()
                .digits();
    }

    private int count() {
        return await(patients.list(new PageRequest(null, 99, false), CustomFieldSight.ALL))
                .items()
                .size();
    }

    private Referral receive(ObjectNode order) {
        return await(intake.receive(referral(order), RUTH));
    }

    private static NewReferral referral(ObjectNode order) {
        return new NewReferral(ReferralSource.FAX, read(order), "application/json", bytes(order));
    }

    private static byte[] bytes(ObjectNode order) {
        return order.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ReferralOrder read(ObjectNode order) {
        return Json.read(bytes(order), ReferralOrder.class);
    }

    private static ReferralSupplement supplement(String members) {
        return Json.read(("{" + members + "}").getBytes(StandardCharsets.UTF_8), ReferralSupplement.class);
    }

    /** Born with Marisol Vega. */
    private static ObjectNode twin() {
        return with(order(), "/patient", "\"name\": {\"given\": \"Lucia\", \"family\": \"Vega\"}");
    }

    private static ObjectNode order() {
        return tree("""
                {"patient": {"name": {"given": "Marisol", "family": "Vega"}, "birthDate": "1961-04-12", "sex": "female",
                   "phones": [{"use": "home", "number": "+13125550142"}],
                   "addresses": [{"use": "home", "line1": "4 Elm St", "city": "Chicago", "state": "IL", "zip": "60601"}]},
                 "prescriber": {"npi": "1234567893", "name": {"given": "Priya", "family": "Anand"}},
                 "coverages": [{"payer": "Aetna", "kind": "commercial", "memberId": "W1", "bin": "610502"}],
                 "diagnoses": [{"icd10Code": "M05.79", "forOrder": true}],
                 "medication": {"rxNorm": "327361", "text": "adalimumab", "sig": "Inject 40 mg every other week",
                   "quantity": 2, "daysSupply": 28, "refills": 5, "writtenAt": "2026-11-20T03:30:00Z"}}
                """);
    }

    private static ObjectNode with(ObjectNode order, String pointer, String members) {
        var changed = order.deepCopy();
        ((ObjectNode) changed.at(pointer)).setAll(tree("{" + members + "}"));
        return changed;
    }

    private static ObjectNode tree(String json) {
        try {
            return (ObjectNode) Json.mapper().readTree(json);
        } catch (IOException wrong) {
            throw new AssertionError(wrong);
        }
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(Duration.ofSeconds(30));
    }
}
