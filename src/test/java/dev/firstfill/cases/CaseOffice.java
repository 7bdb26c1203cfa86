package dev.firstfill.cases;

import dev.firstfill.clocks.Party;
import dev.firstfill.customfields.CustomFieldSight;
import dev.firstfill.drugs.Drug;
import dev.firstfill.drugs.DrugDetails;
import dev.firstfill.drugs.DrugFile;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Json;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.OnePharmacy;
import dev.firstfill.kernel.SettableClock;
import dev.firstfill.patients.Patient;
import dev.firstfill.patients.PatientDetails;
import dev.firstfill.patients.PatientRegistry;
import dev.firstfill.prescribing.PrescriptionId;
import dev.firstfill.referrals.Finding;
import dev.firstfill.referrals.FindingCode;
import dev.firstfill.referrals.NewCase;
import dev.firstfill.referrals.ReferralId;
import dev.firstfill.referrals.ReferralSource;
import dev.firstfill.tasks.Queue;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Northgate's case workers on Monday the second of March 2026, 15:04 UTC, and a patient whose referral came in. */
final class CaseOffice implements AutoCloseable {
    static final Colleague RUTH = new Colleague("ruth-id", "ruth");
    static final Set<Queue> ALL_QUEUES = EnumSet.allOf(Queue.class);

    private static final AtomicInteger NEXT = new AtomicInteger();

    final OnePharmacy pharmacy = OnePharmacy.open();
    final SettableClock clock = new SettableClock();
    final CaseDesk desk = new CaseDesk(pharmacy, clock);
    final CaseTimers timers = new CaseTimers(pharmacy, clock);
    final Drug drug = await(new DrugFile(pharmacy, clock).enter(read("""
            {"ndc": "00074-4339-02", "name": "Adalimumab Pen", "strength": "40 mg/0.4 mL", "dosageForm": "pen",
             "manufacturer": "Helix Therapeutics", "packageSize": {"quantity": 2, "unit": "pen"},
             "storage": "refrigerated", "requiresRems": false, "limitedDistribution": false, "schedule": "none"}
            """, DrugDetails.class)));

    Patient patient() {
        return await(new PatientRegistry(pharmacy, clock)
                .register(read("""
                {"name": {"given": "Marisol", "family": "Vega %d"}, "birthDate": "1961-04-12", "sex": "female"}
                """.formatted(NEXT.incrementAndGet()), PatientDetails.class), CustomFieldSight.ALL));
    }

    /** Nothing is missing, and a prescription stands for it. */
    Case complete(Patient patient) {
        return opened(patient, List.of(), prescription(patient));
    }

    Case lacking(Patient patient, FindingCode... codes) {
        var findings = List.of(codes).stream()
                .map(code -> new Finding(code, code.source(), "/diagnoses", true))
                .toList();
        return opened(patient, findings, null);
    }

    private Case opened(Patient patient, List<Finding> findings, @Nullable PrescriptionId prescription) {
        var begun = new NewCase(
                new ReferralId(Ids.next()),
                patient.id(),
                null,
                drug.id(),
                prescription,
                "Aetna",
                null,
                Now.by(clock).minus(Duration.ofHours(5)),
                Now.by(clock),
                findings,
                ReferralSource.EMR,
                RUTH);
        var opened =
                await(pharmacy.write(Act.of("receive", "referral"), write -> new CaseOpener(clock).open(write, begun)));
        return read(new CaseId(opened.id()));
    }

    /** A draft, as the intake makes it of the order. */
    private PrescriptionId prescription(Patient patient) {
        var id = Ids.next();
        var prescriber = Ids.next();
        sql("""
                insert into pharmacy.prescriber (id, version, npi, family_folded, office_phones, details, created_at, updated_at)
                values ('%s', 1, '1%09d', 'anand', '{}', '{}', now(), now())
                """.formatted(prescriber, NEXT.incrementAndGet()));
        sql("""
                insert into pharmacy.prescription (id, version, patient_id, prescriber_id, drug_id, state, quantity, unit,
                  days_supply, refills_authorised, fills_taken, written_on, starts_on, expires_on, dispense_as_written,
                  origin, icd10_codes, record, created_at, updated_at)
                values ('%s', 1, '%s', '%s', '%s', 'DRAFT', 2, 'PEN', 28, 3, 0, '2026-03-01', '2026-03-01', '2027-03-01',
                  'NO_SELECTION', 'ELECTRONIC', '{M05.79}', '', now(), now())
                """.formatted(id, patient.id(), prescriber, drug.id()));
        return new PrescriptionId(id);
    }

    /** As if a nurse had asked and a pharmacist signed. */
    void assessed(Patient patient) {
        sql("""
                insert into pharmacy.assessment (id, version, patient_id, template_code, template_number, condition,
                  icd10_prefixes, assessed_on, current_until, times_answered, state, record, side_effects, barriers,
                  begun_by, begun_by_name, begun_at, signed_by, signed_by_name, signed_as, signed_at)
                values ('%s', 1, '%s', 'ra', 1, 'ra', array['M05'], '2026-03-01', '2026-12-31', 1, 'SIGNED', '', '{}', '{}',
                  'nora-id', 'nora', now(), 'ana-id', 'ana', 'PHARMACIST', now())
                """.formatted(Ids.next(), patient.id()));
    }

    /** Moves it without asking whether it may: for tests of what comes after. */
    void stands(Case of, CaseState state) {
        await(pharmacy.write(Act.of("move", "case"), write -> new Cases(write.session(), write.seals())
                .locked(of.id())
                .chain(row -> CaseInHand.of(write, clock, RUTH, row))
                .chain(hand -> hand.move(
                        CaseMove.RESUME, state, state.status().waitsFor().orElse(Party.PHARMACY), Map.of(), null))));
    }

    CaseReport move(Case of, CaseTransition wish) {
        return await(desk.move(of.id(), read(of.id()).version(), wish, ALL_QUEUES, RUTH));
    }

    CaseReport move(Case of, CaseMove move) {
        return move(of, CaseTransition.of(move));
    }

    Case read(CaseReference reference) {
        return report(reference).about();
    }

    CaseReport report(CaseReference reference) {
        return await(desk.read(reference));
    }

    List<CaseEvent> story(Case of) {
        return await(desk.story(of.id()));
    }

    List<String> openTasks(Case of) {
        return await(pharmacy.read(Act.unrecorded("look at", "task"), looking -> looking.session()
                .createNativeQuery(
                        "select type from pharmacy.task where case_id = :id and state in ('WAITING', 'ASSIGNED') order by id",
                        String.class)
                .setParameter("id", of.id().value())
                .getResultList()));
    }

    void sql(String statement) {
        await(pharmacy.write(
                Act.of("break", "rule"),
                write -> write.session().createNativeQuery(statement).executeUpdate()));
    }

    static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(30));
    }

    static <T> T read(String json, Class<T> type) {
        return Json.read(json.getBytes(StandardCharsets.UTF_8), type);
    }

    @Override
    public void close() {
        pharmacy.close();
    }
}
