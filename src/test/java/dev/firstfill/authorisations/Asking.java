package dev.firstfill.authorisations;

import dev.firstfill.benefits.PayerKind;
import dev.firstfill.customfields.CustomFieldSight;
import dev.firstfill.drugs.Drug;
import dev.firstfill.drugs.DrugDetails;
import dev.firstfill.drugs.DrugFile;
import dev.firstfill.identifiers.Icd10Code;
import dev.firstfill.identifiers.Npi;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Json;
import dev.firstfill.kernel.OnePharmacy;
import dev.firstfill.kernel.SettableClock;
import dev.firstfill.patients.Coverage;
import dev.firstfill.patients.Patient;
import dev.firstfill.patients.PatientDetails;
import dev.firstfill.patients.PatientRegistry;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A patient with a card, a drug, a payer by letter, and whoever asks it. */
final class Asking {
    static final Colleague PIOTR = new Colleague("piotr-id", "Piotr Adler");

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Act MOVE = Act.of("move", "case");

    final OnePharmacy pharmacy;
    final SettableClock clock = new SettableClock();
    final LetterPayer payer = new LetterPayer();
    final AuthorisationDesk desk;
    final DecisionDesk decisions;
    final Patient vega;
    final Drug drug;

    Asking(OnePharmacy pharmacy, String card) {
        this.pharmacy = pharmacy;
        this.desk = new AuthorisationDesk(pharmacy, payer, clock);
        this.decisions = new DecisionDesk(pharmacy, payer, clock);
        this.vega = await(new PatientRegistry(pharmacy, clock)
                .register(read("""
                {"name": {"given": "Marisol", "family": "Vega"}, "birthDate": "1961-04-12", "sex": "female",
                 "coverages": [{"order": "primary", "benefit": "pharmacy", "payer": "Aetna",
                                "memberId": "W123456789", %s}]}
                """.formatted(card), PatientDetails.class), CustomFieldSight.ALL));
        this.drug = await(
                new DrugFile(pharmacy, clock).enter(read("""
                {"ndc": "00075-%04d-02", "name": "Adalimumab Pen", "strength": "40 mg/0.4 mL", "dosageForm": "pen",
                 "manufacturer": "Helix Therapeutics", "packageSize": {"quantity": 2, "unit": "pen"},
                 "storage": "refrigerated", "requiresRems": false, "limitedDistribution": false, "schedule": "none"}
                """.formatted(NEXT.incrementAndGet()), DrugDetails.class)));
    }

    static Asking withCard(OnePharmacy pharmacy) {
        return new Asking(pharmacy, "\"bin\": \"610502\"");
    }

    static AuthorisationRequest request(AuthorisationChannel channel, Urgency urgency) {
        return new AuthorisationRequest(
                PayerKind.MEDICARE_PART_D,
                Coverage.Benefit.PHARMACY,
                channel,
                urgency,
                Npi.parse("1234567893"),
                List.of(Icd10Code.parse("M05.79")),
                new BigDecimal("26"),
                365,
                "Methotrexate failed.");
    }

    PriorAuthorisation prepared(AuthorisationChannel channel) {
        return acting(
                letters -> letters.prepare(vega.id(), drug.id(), "Aetna", request(channel, Urgency.STANDARD), PIOTR));
    }

    PriorAuthorisation submitted(AuthorisationChannel channel) {
        var prepared = prepared(channel);
        return acting(letters -> letters.submit(prepared.id(), null, PIOTR));
    }

    PriorAuthorisation denied(AuthorisationChannel channel) {
        var submitted = submitted(channel);
        return decided(submitted, denial(null));
    }

    PriorAuthorisation decided(PriorAuthorisation one, PayerDecision decision) {
        return acting(letters -> letters.recordDecision(one.id(), decision, PIOTR));
    }

    PriorAuthorisation appealed(PriorAuthorisation one, AppealLevel level) {
        return acting(letters ->
                letters.appeal(one.id(), new Appeal(level, Urgency.STANDARD, "Two biologics failed.", false), PIOTR));
    }

    /** As another context does it, inside an act of its own. */
    PriorAuthorisation acting(Function<AuthorisationCorrespondence, Uni<PriorAuthorisation>> deed) {
        return await(pharmacy.write(MOVE, act -> deed.apply(new AuthorisationCorrespondence(act, payer, clock))));
    }

    PriorAuthorisation read(PriorAuthorisation one) {
        return await(desk.read(one.id()));
    }

    static PayerDecision.Approved approval() {
        return new PayerDecision.Approved(
                "PA-2026-55120",
                LocalDate.parse("2026-03-02"),
                LocalDate.parse("2027-03-01"),
                new BigDecimal("26"),
                "APPROVED");
    }

    static PayerDecision.Denied denial(@Nullable String appealUntil) {
        return new PayerDecision.Denied(
                DenialReason.STEP_THERAPY,
                LocalDate.parse("2026-03-02"),
                appealUntil == null ? null : LocalDate.parse(appealUntil),
                "TRY ANOTHER DRUG FIRST");
    }

    private static <T> T read(String json, Class<T> type) {
        return Json.read(json.getBytes(StandardCharsets.UTF_8), type);
    }

    static <T> T await(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(30));
    }
}
