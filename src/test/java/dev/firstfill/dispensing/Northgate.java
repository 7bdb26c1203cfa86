package dev.firstfill.dispensing;

import dev.firstfill.authorisations.AuthorisationDesk;
import dev.firstfill.authorisations.AuthorisationDetails;
import dev.firstfill.authorisations.AuthorisationPayer;
import dev.firstfill.claims.Claim;
import dev.firstfill.claims.ClaimId;
import dev.firstfill.claims.Payer;
import dev.firstfill.claims.PayerAnswer;
import dev.firstfill.claims.PayerDesk;
import dev.firstfill.claims.PayerQuestion;
import dev.firstfill.customfields.CustomFieldSight;
import dev.firstfill.drugs.Drug;
import dev.firstfill.drugs.DrugDetails;
import dev.firstfill.drugs.DrugFile;
import dev.firstfill.drugs.Storage;
import dev.firstfill.inventory.LocationDetails;
import dev.firstfill.inventory.LocationFile;
import dev.firstfill.inventory.Lot;
import dev.firstfill.inventory.Ownership;
import dev.firstfill.inventory.ReceiptLine;
import dev.firstfill.inventory.ReceivingDesk;
import dev.firstfill.inventory.StockReceipt;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Json;
import dev.firstfill.kernel.OnePharmacy;
import dev.firstfill.kernel.SettableClock;
import dev.firstfill.patients.Coverage;
import dev.firstfill.patients.Patient;
import dev.firstfill.patients.PatientDetails;
import dev.firstfill.patients.PatientRegistry;
import dev.firstfill.prescribers.Prescriber;
import dev.firstfill.prescribers.PrescriberDetails;
import dev.firstfill.prescribers.PrescriberDirectory;
import dev.firstfill.prescribing.OpenedPrescription;
import dev.firstfill.prescribing.PrescriptionDesk;
import dev.firstfill.prescribing.PrescriptionDetails;
import dev.firstfill.prescribing.PrescriptionMoves;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Northgate on the second of March 2026: who works there, what lies on the shelf, and a payer that pays. */
final class Northgate implements AutoCloseable {
    static final Colleague TECHNICIAN = new Colleague("theo-id", "theo");
    static final Colleague PHARMACIST = new Colleague("ana-id", "ana");
    static final Colleague BILLER = new Colleague("wes-id", "wes");
    static final Payer PAYS = new PayerThatPays();

    private static final AtomicInteger NEXT = new AtomicInteger();

    final OnePharmacy pharmacy = OnePharmacy.open();
    final SettableClock clock = new SettableClock();
    final DispenseQueue queue = new DispenseQueue(pharmacy, clock);
    final FillingBench filling = new FillingBench(pharmacy, clock);
    final VerificationBench verification = new VerificationBench(pharmacy, clock);
    final ShippingBench shipping = new ShippingBench(pharmacy, clock);
    final ClearanceDesk clearances = new ClearanceDesk(pharmacy, clock);
    final BillingDesk billing = new BillingDesk(pharmacy, clock, PAYS);

    private final String refrigerator = "Refrigerator " + NEXT.incrementAndGet();

    Northgate() {
        await(new LocationFile(pharmacy, clock).enter(new LocationDetails(refrigerator, Storage.REFRIGERATED, true)));
    }

    Patient marisolVega() {
        return await(
                new PatientRegistry(pharmacy, clock).register(read("""
                {"name": {"given": "Marisol", "family": "Vega"}, "birthDate": "1961-04-12", "sex": "female",
                 "addresses": [{"use": "home", "line1": "12 Elm Street", "city": "Troy", "state": "NY", "zip": "12180"}],
                 "coverages": [{"order": "primary", "benefit": "pharmacy", "payer": "Aetna", "memberId": "W123456789",
                                "bin": "610502", "pcn": "MEDDAET", "group": "RX1234"}]}
                """, PatientDetails.class), CustomFieldSight.ALL));
    }

    Prescriber drAnand() {
        return await(
                new PrescriberDirectory(pharmacy, clock).enter(read("""
                {"npi": "%s", "dea": "AB1234563", "name": {"given": "Priya", "family": "Anand"},
                 "licences": [{"state": "NY", "number": "036.123456", "expiresOn": "2027-07-31"}]}
                """.formatted(anyNpi()), PrescriberDetails.class)));
    }

    /** Asks every gate: refrigerated, of limited distribution, under a REMS, controlled. */
    Drug guarded() {
        return drug("""
                "requiresRems": true, "remsProgram": "Helix REMS", "limitedDistribution": true,
                 "distributionAgreementUntil": "2026-12-31", "schedule": "IV"
                """);
    }

    /** Refrigerated, and nothing else. */
    Drug plain() {
        return drug("""
                "requiresRems": false, "limitedDistribution": false, "schedule": "none"
                """);
    }

    private Drug drug(String handling) {
        return await(new DrugFile(pharmacy, clock)
                .enter(read("""
                {"ndc": "00074-%04d-02", "name": "Adalimumab Pen", "strength": "40 mg/0.4 mL", "dosageForm": "pen",
                 "manufacturer": "Helix Therapeutics", "packageSize": {"quantity": 2, "unit": "pen"},
                 "storage": "refrigerated", %s}
                """.formatted(NEXT.incrementAndGet(), handling), DrugDetails.class)));
    }

    /** Two pens for 28 days, active. */
    OpenedPrescription prescription(Patient patient, Prescriber prescriber, Drug drug, int refills) {
        var desk = new PrescriptionDesk(pharmacy, clock);
        var draft = await(desk.enter(
                read("""
                {"patient": "%s", "prescriber": "%s", "drug": "%s", "sig": "Inject 40 mg every other week",
                 "quantity": 2, "daysSupply": 28, "refillsAuthorised": %d, "writtenOn": "2026-03-02",
                 "icd10Codes": ["M05.79"], "dispenseAsWritten": "no-selection", "origin": "electronic"}
                """.formatted(patient.id(), prescriber.id(), drug.id(), refills), PrescriptionDetails.class),
                PHARMACIST));
        return await(new PrescriptionMoves(pharmacy, clock)
                .activate(draft.prescription().id(), draft.prescription().version(), PHARMACIST));
    }

    Lot received(Drug drug, String lotNumber, String expiresOn, String quantity) {
        return received(drug, lotNumber, expiresOn, quantity, Ownership.OWNED, null);
    }

    Lot received(
            Drug drug,
            String lotNumber,
            String expiresOn,
            String quantity,
            Ownership ownership,
            @Nullable String owner) {
        var line = new ReceiptLine(
                null,
                drug.id().toString(),
                new BigDecimal(quantity),
                lotNumber,
                expiresOn,
                List.of(),
                ownership,
                owner,
                null,
                refrigerator,
                null,
                null);
        return await(new ReceivingDesk(pharmacy, clock).receive(new StockReceipt("TI-1", List.of(line)), TECHNICIAN))
                .getFirst();
    }

    void authorised(Patient patient, Drug drug, String from, String until, String quantity) {
        await(new AuthorisationDesk(pharmacy, AuthorisationPayer.NONE, clock)
                .enter(
                        read("""
                {"patient": "%s", "drug": "%s", "state": "approved", "payer": "Aetna", "number": "PA-1",
                 "validFrom": "%s", "validUntil": "%s", "quantity": %s}
                """.formatted(patient.id(), drug.id(), from, until, quantity), AuthorisationDetails.class),
                        new Colleague("piotr-id", "Piotr Adler")));
    }

    /** As if a nurse had asked and a pharmacist signed. */
    void assessed(Patient patient, String until) {
        sql("""
                insert into pharmacy.assessment (id, version, patient_id, template_code, template_number, condition,
                  icd10_prefixes, assessed_on, current_until, times_answered, state, record, side_effects, barriers,
                  begun_by, begun_by_name, begun_at, signed_by, signed_by_name, signed_as, signed_at)
                values ('%s', 1, '%s', 'ra', 1, 'ra', array['M05'], '2026-03-01', '%s', 1, 'SIGNED', '', '{}', '{}',
                  'nora-id', 'nora', now(), 'ana-id', 'ana', 'PHARMACIST', now())
                """.formatted(Ids.next(), patient.id(), until));
    }

    /** What no use case does, so that a rule can be seen to hold all the same. */
    void sql(String statement) {
        await(pharmacy.write(
                Act.of("break", "rule"),
                desk -> desk.session().createNativeQuery(statement).executeUpdate()));
    }

    /** The payer answers what it was asked. */
    Claim billed(Dispense dispense, String amount) {
        var claim = await(billing.bill(dispense.id(), Coverage.Benefit.PHARMACY, new BigDecimal(amount), BILLER));
        await(new PayerDesk(pharmacy, PAYS, clock).ask(new ClaimId(claim.id())));
        return claim;
    }

    ShippingPlan plan(Patient patient, LocalDate shipOn, int holdHours, ShippingPlan.Signature signature) {
        return new ShippingPlan(
                patient.details().addresses().getFirst(),
                "UPS",
                "Next Day Air",
                shipOn,
                shipOn.plusDays(1),
                false,
                signature,
                new ColdPack("PO-48-WINTER", holdHours, ColdPack.Season.WINTER));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }

    static <T> T read(String json, Class<T> type) {
        return Json.read(json.getBytes(StandardCharsets.UTF_8), type);
    }

    /** Nine digits and the check digit of 80840 before them (45 CFR 162.406). */
    private static String anyNpi() {
        var digits = "1%08d".formatted(NEXT.incrementAndGet());
        int sum = 24;
        for (int place = 0; place < digits.length(); place++) {
            int digit = digits.charAt(digits.length() - 1 - place) - '0';
            int doubled = place % 2 == 0 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return digits + (10 - sum % 10) % 10;
    }

    @Override
    public void close() {
        pharmacy.close();
    }

    /** Pays all but 25 dollars, and takes back what it is asked to. */
    private static final class PayerThatPays implements Payer {
        private static final BigDecimal COPAY = new BigDecimal("25.00");

        @Override
        public boolean isConnected() {
            return true;
        }

        @Override
        public Uni<PayerAnswer> ask(PayerQuestion question) {
            return Uni.createFrom()
                    .item(
                            question.kind() == PayerQuestion.Kind.REVERSAL
                                    ? new PayerAnswer.Reversed()
                                    : new PayerAnswer.Paid(
                                            question.claim().billed().subtract(COPAY), COPAY, "A-1", null));
        }
    }
}
