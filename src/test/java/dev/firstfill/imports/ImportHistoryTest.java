package dev.firstfill.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.firstfill.customfields.CustomFieldSight;
import dev.firstfill.dispensing.DispenseEventKind;
import dev.firstfill.dispensing.DispenseFilter;
import dev.firstfill.dispensing.DispenseQueue;
import dev.firstfill.dispensing.DispenseState;
import dev.firstfill.imports.LineResult.Outcome;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.OnePharmacy;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.SettableClock;
import dev.firstfill.patients.PatientId;
import dev.firstfill.patients.PatientRegistry;
import dev.firstfill.prescribing.OpenedPrescription;
import dev.firstfill.prescribing.PastState;
import dev.firstfill.prescribing.PrescriptionDesk;
import dev.firstfill.prescribing.PrescriptionFilter;
import dev.firstfill.prescribing.PrescriptionId;
import dev.firstfill.prescribing.PrescriptionState;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportHistoryTest {
    private static final Colleague MANAGER = new Colleague("mia-id", "mia");
    private static final PageRequest FIRST = new PageRequest(null, 50, false);

    private final SettableClock clock = new SettableClock();
    private final OnePharmacy pharmacy = OnePharmacy.open();
    private final ImportDesk desk = new ImportDesk(pharmacy, clock);
    private ImportJob job;

    @BeforeEach
    void begin() {
        await(pharmacy.write(
                Act.of("clear", "tables"),
                open -> open.session().createNativeQuery("""
                        truncate pharmacy.patient, pharmacy.prescriber, pharmacy.drug, pharmacy.import_key,
                          pharmacy.import_job cascade
                        """).executeUpdate()));
        job = await(desk.begin("legacy-rx", MANAGER));
    }

    @AfterAll
    void close() {
        pharmacy.close();
    }

    @Test
    void what_another_system_did_is_there_as_if_it_had_been_done_here() {
        var file = SourceFile.ofVega(PastState.ACTIVE).firstFill("d-1", "\"note\": \"Left with a neighbour\"");

        var results = taken(file);

        assertThat(results).extracting(LineResult::outcome).containsOnly(Outcome.CREATED);
        var patient = await(new PatientRegistry(pharmacy, clock)
                .read(new PatientId(results.getFirst().id()), CustomFieldSight.ALL));
        assertThat(patient.details().name().family()).isEqualTo("Vega");
        var prescription = await(new PrescriptionDesk(pharmacy, clock)
                .read(new PrescriptionId(results.get(3).id())));
        assertThat(prescription.prescription().fillsTaken()).isEqualTo(1);
        assertThat(prescription.state()).isEqualTo(PrescriptionState.ACTIVE);
        assertThat(prescription.words().sig()).isEqualTo("Inject 40 mg every other week");
        var queue = new DispenseQueue(pharmacy, clock);
        var dispense = await(queue.list(new DispenseFilter(null, null, null), FIRST))
                .items()
                .getFirst();
        assertThat(dispense.state()).isEqualTo(DispenseState.DELIVERED);
        assertThat(dispense.lots()).extracting("lotNumber").containsExactly("AB1234");
        assertThat(dispense.record().notes()).extracting("text").containsExactly("Left with a neighbour");
        assertThat(await(queue.story(dispense.id())))
                .extracting("kind", "by")
                .containsExactly(tuple(DispenseEventKind.IMPORTED, MANAGER));
    }

    @Test
    void with_its_last_fill_a_prescription_is_complete() {
        var file = SourceFile.ofVega(PastState.ON_HOLD).firstFill("d-1").refill("d-2");

        taken(file);

        assertThat(prescriptionStates()).containsExactly(PrescriptionState.COMPLETED);
    }

    @Test
    void fills_of_a_later_batch_are_counted_with_those_before() {
        var file = SourceFile.ofVega(PastState.ACTIVE)
                .firstFill("d-1")
                .refill("d-2")
                .lines();

        taken(file.subList(0, 5));
        var last = taken(file.subList(5, 6));

        assertThat(last).extracting(LineResult::outcome).containsExactly(Outcome.CREATED);
        assertThat(prescriptionStates()).containsExactly(PrescriptionState.COMPLETED);
        var prescription = prescriptions().getFirst().prescription();
        assertThat(prescription.fillsTaken()).isEqualTo(2);
        assertThat(prescription.version()).isEqualTo(2);
    }

    @Test
    void a_batch_that_is_sent_again_does_nothing_again() {
        var file = SourceFile.ofVega(PastState.ACTIVE).firstFill("d-1");
        var first = taken(file);

        var again = taken(file);

        assertThat(again).extracting(LineResult::outcome).containsOnly(Outcome.PRESENT);
        assertThat(again)
                .extracting(LineResult::id)
                .isEqualTo(first.stream().map(LineResult::id).toList());
        assertThat(count("patient", "prescription", "dispense")).containsExactly(1L, 1L, 1L);
        var progress = await(desk.read(job.id()));
        assertThat(progress.job().lastLine()).isEqualTo(5);
        assertThat(progress.counts())
                .extracting(ImportJob.Count::outcome, ImportJob.Count::lines)
                .containsOnly(tuple(Outcome.CREATED, 1L))
                .hasSize(5);
    }

    @Test
    void another_import_of_the_source_knows_its_keys() {
        taken(SourceFile.ofVega(PastState.ACTIVE));
        await(desk.complete(job.id()));
        job = await(desk.begin("legacy-rx", MANAGER));

        var results = taken(SourceFile.ofVega(PastState.ACTIVE).firstFill("d-1"));

        assertThat(results)
                .extracting(LineResult::outcome)
                .containsExactly(Outcome.PRESENT, Outcome.PRESENT, Outcome.PRESENT, Outcome.PRESENT, Outcome.CREATED);
    }

    @Test
    void another_source_shares_prescribers_and_drugs_and_nobody_else() {
        taken(SourceFile.ofVega(PastState.ACTIVE));
        job = await(desk.begin("other-rx", MANAGER));

        var results = taken(SourceFile.ofVega(PastState.ACTIVE));

        assertThat(results)
                .extracting(LineResult::outcome)
                .containsExactly(Outcome.CREATED, Outcome.PRESENT, Outcome.PRESENT, Outcome.CREATED);
        assertThat(count("patient", "prescriber", "drug")).containsExactly(2L, 1L, 1L);
    }

    @Test
    void a_bad_line_refuses_itself_alone_and_is_taken_once_it_is_good() {
        var file = SourceFile.ofVega(PastState.ACTIVE).unreadable().firstFill("d-1");

        var results = taken(file);

        assertThat(results.get(4))
                .extracting(LineResult::outcome, LineResult::code)
                .containsExactly(Outcome.REFUSED, "malformed-json");
        assertThat(results.get(5).outcome()).isEqualTo(Outcome.CREATED);
        assertThat(await(desk.refused(job.id(), FIRST)).items())
                .containsExactly(new RefusedLine(5, null, "malformed-json", ""));
        var mended = new ImportLine.Readable(
                5,
                "d-2",
                ((ImportLine.Readable) new SourceFile().refill("d-2").lines().getFirst()).record());
        assertThat(taken(List.of(mended))).extracting(LineResult::outcome).containsExactly(Outcome.CREATED);
        assertThat(await(desk.refused(job.id(), FIRST)).items()).isEmpty();
    }

    @Test
    void what_names_something_that_is_to_come_is_refused_until_it_has_come() {
        var file = SourceFile.ofVega(PastState.ACTIVE).firstFill("d-1").lines();

        var early = taken(file.subList(4, 5)).getFirst();

        assertThat(early)
                .extracting(LineResult::outcome, LineResult::code, LineResult::pointer)
                .containsExactly(Outcome.REFUSED, "import-reference-unknown", "/record/prescription");
        taken(file.subList(0, 4));
        assertThat(taken(file.subList(4, 5))).extracting(LineResult::outcome).containsExactly(Outcome.CREATED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "filled-before-written | \"filledOn\": \"2026-01-04\"",
                "days-supply-contradicts-prescription | \"daysSupply\": 29",
                "days-supply-contradicts-prescription | \"daysSupply\": 22",
                "past-lot-expired | \"lots\": [{\"lotNumber\": \"A\", \"expiresOn\": \"2026-01-05\", \"quantity\": 2}]",
                "past-lots-do-not-add-up | \"lots\": [{\"lotNumber\": \"A\", \"expiresOn\": \"2027-01-05\", \"quantity\": 1}]",
                "past-dispense-in-future | \"filledOn\": \"2030-01-04\"",
                "past-dispense-out-of-order | \"shippedAt\": \"2026-01-05T12:00:00Z\"",
                "past-dispense-out-of-order | \"deliveredAt\": \"2026-01-06T19:59:59Z\"",
                "past-fill-gap | \"fillNumber\": 1",
                "filled-beyond-authorised | \"fillNumber\": 2",
                "import-reference-unknown | \"prescription\": \"rx-2\"",
            })
    void what_cannot_be_true_is_refused_and_takes_no_fill(String code, String member) {
        taken(SourceFile.ofVega(PastState.ACTIVE));

        var refused = taken(new SourceFile().firstFill("d-1", member)).getFirst();

        assertThat(refused).extracting(LineResult::outcome, LineResult::code).containsExactly(Outcome.REFUSED, code);
        assertThat(count("dispense", "dispense_lot", "dispense_event")).containsExactly(0L, 0L, 0L);
        assertThat(prescriptions().getFirst().prescription().fillsTaken()).isZero();
    }

    @Test
    void a_refill_is_not_older_than_what_it_follows_and_no_number_is_there_twice() {
        taken(SourceFile.ofVega(PastState.ACTIVE).firstFill("d-1"));

        var results = taken(
                new SourceFile().refill("d-2", "\"filledOn\": \"2026-01-05\"").firstFill("d-3"));

        assertThat(results)
                .extracting(LineResult::code)
                .containsExactly("past-fill-too-early", "past-fill-number-taken");
        assertThat(count("dispense")).containsExactly(1L);
    }

    @Test
    void a_dispense_that_was_undone_takes_no_fill_and_leaves_its_number_free() {
        var file = SourceFile.ofVega(PastState.ACTIVE)
                .firstFill("d-1", "\"state\": \"reversed\"")
                .firstFill("d-2");

        var results = taken(file);

        assertThat(results).extracting(LineResult::outcome).containsOnly(Outcome.CREATED);
        assertThat(prescriptions().getFirst().prescription().fillsTaken()).isEqualTo(1);
    }

    @Test
    void one_record_of_the_ledger_names_everybody_of_whom_something_was_taken_in() {
        var results = taken(SourceFile.ofVega(PastState.ACTIVE).firstFill("d-1"));

        var told = pharmacy.told();

        assertThat(told.act).hasToString("take in import");
        assertThat(told.seen).containsExactly(results.getFirst().id());
        assertThat(told.changes).hasSize(1);
        assertThat(told.events).extracting("type").containsExactly("import.advanced");
    }

    @Test
    void keys_of_the_source_are_kept_as_tokens() {
        taken(SourceFile.ofVega(PastState.ACTIVE));

        var kept = rows("select cast(row_to_json(k) as text) from pharmacy.import_key k");

        assertThat(kept).hasSize(4).noneMatch(row -> row.contains("mrn-1"));
    }

    @Test
    void a_source_has_one_open_import() {
        assertThatThrownBy(() -> await(desk.begin("legacy-rx", MANAGER)))
                .isInstanceOf(ImportRefusals.ImportOpen.class)
                .hasMessageContaining(job.id().toString());
    }

    @Test
    void a_completed_import_takes_no_more_lines() {
        await(desk.complete(job.id()));

        assertThatThrownBy(() -> taken(SourceFile.ofVega(PastState.ACTIVE)))
                .isInstanceOf(ImportRefusals.ImportCompleted.class);
        assertThat(count("patient", "import_line")).containsExactly(0L, 0L);
    }

    private List<LineResult> taken(SourceFile file) {
        return taken(file.lines());
    }

    private List<LineResult> taken(List<ImportLine> lines) {
        return await(desk.take(job.id(), lines, MANAGER));
    }

    private List<PrescriptionState> prescriptionStates() {
        return prescriptions().stream()
                .map(one -> one.prescription().stateOn(LocalDate.now(clock)))
                .toList();
    }

    private List<OpenedPrescription> prescriptions() {
        return await(new PrescriptionDesk(pharmacy, clock).list(new PrescriptionFilter(null, null), FIRST))
                .items();
    }

    private List<Long> count(String... tables) {
        return Arrays.stream(tables)
                .map(table -> Long.valueOf(rows("select cast(count(*) as text) from pharmacy." + table)
                        .getFirst()))
                .toList();
    }

    private List<String> rows(String query) {
        return await(pharmacy.write(Act.of("look at", "tables"), open -> open.session()
                .createNativeQuery(query, Object.class)
                .getResultList()
                .map(found -> found.stream().map(String::valueOf).toList())));
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }
}
