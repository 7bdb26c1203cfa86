package dev.firstfill.dispensing;

import dev.firstfill.assessments.AssessmentBook;
import dev.firstfill.assessments.CurrentAssessment;
import dev.firstfill.authorisations.AuthorisationBook;
import dev.firstfill.authorisations.PriorAuthorisation;
import dev.firstfill.claims.Claim;
import dev.firstfill.claims.ClaimLog;
import dev.firstfill.drugs.DrugDetails;
import dev.firstfill.drugs.Formulary;
import dev.firstfill.inventory.LotProblem;
import dev.firstfill.kernel.Seals;
import dev.firstfill.patients.PatientChart;
import dev.firstfill.patients.PatientDetails;
import dev.firstfill.prescribers.PrescriberDetails;
import dev.firstfill.prescribers.PrescriberRegister;
import dev.firstfill.prescribing.Prescription;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Gathers what the gates look at, one question after the other: a session asks one at a time. */
final class FactFinding {
    private final Mutiny.QueryProducer session;
    private final Seals seals;
    private final Dispense dispense;
    private final Prescription prescription;
    private final LocalDate today;

    FactFinding(
            Mutiny.QueryProducer session, Seals seals, Dispense dispense, Prescription prescription, LocalDate today) {
        this.session = session;
        this.seals = seals;
        this.dispense = dispense;
        this.prescription = prescription;
        this.today = today;
    }

    /** What is wrong with the lots that a dispense holds: asked with a lock when it goes on, and without to look. */
    interface LotCheck {
        Uni<List<LotProblem>> problemsOf(UUID dispense, LocalDate mustLastUntil);
    }

    Uni<GateFacts> gather(LotCheck lots) {
        return patient().chain(patient -> drug().chain(drug -> prescriber()
                .chain(prescriber -> claim().chain(claim -> authorisations().chain(authorisations -> assessment()
                        .chain(assessment -> lotProblems(lots).chain(problems -> toleranceOfFirstPart()
                                .map(tolerance -> new GateFacts(
                                        today,
                                        dispense,
                                        prescription.obstacleToTakenFill(today),
                                        !prescription.icd10Codes().isEmpty(),
                                        patient,
                                        drug,
                                        prescriber,
                                        claim,
                                        authorisations,
                                        assessment,
                                        problems,
                                        tolerance)))))))));
    }

    private Uni<PatientDetails> patient() {
        return new PatientChart(session, seals).whole(dispense.patient()).map(patient -> patient.details());
    }

    private Uni<DrugDetails> drug() {
        return new Formulary(session).drug(dispense.drug()).map(drug -> drug.details());
    }

    private Uni<PrescriberDetails> prescriber() {
        return new PrescriberRegister(session)
                .prescriber(prescription.prescriber())
                .map(prescriber -> prescriber.details());
    }

    private Uni<Optional<Claim>> claim() {
        return new ClaimLog(session, seals).billed(dispense.id().value());
    }

    private Uni<List<AuthorisationUse>> authorisations() {
        return new AuthorisationBook(session, seals)
                .of(dispense.patient(), dispense.drug())
                .chain(found -> {
                    Uni<List<AuthorisationUse>> uses = Uni.createFrom().item(List.of());
                    for (var authorisation : found) {
                        uses = uses.chain(before -> used(authorisation)
                                .map(used -> plus(before, new AuthorisationUse(authorisation, used))));
                    }
                    return uses;
                });
    }

    private static List<AuthorisationUse> plus(List<AuthorisationUse> before, AuthorisationUse one) {
        return Stream.concat(before.stream(), Stream.of(one)).toList();
    }

    private Uni<BigDecimal> used(PriorAuthorisation authorisation) {
        var from = authorisation.validFrom();
        var until = authorisation.validUntil();
        return from == null || until == null
                ? Uni.createFrom().item(BigDecimal.ZERO)
                : new Dispenses(session, seals)
                        .dispensed(dispense.patient(), dispense.drug(), from, until, dispense.id());
    }

    private Uni<Optional<CurrentAssessment>> assessment() {
        var book = new AssessmentBook(session);
        return prescription.icd10Codes().isEmpty()
                ? book.current(dispense.patient(), today)
                : book.current(dispense.patient(), prescription.icd10Codes().getFirst(), today);
    }

    private Uni<List<LotProblem>> lotProblems(LotCheck lots) {
        var filledOn = Optional.ofNullable(dispense.filledOn()).orElse(today);
        return lots.problemsOf(dispense.id().value(), filledOn.plusDays(dispense.daysSupply()));
    }

    private Uni<Optional<ToleranceCall.Outcome>> toleranceOfFirstPart() {
        return dispense.completes() == null
                ? Uni.createFrom().item(Optional.empty())
                : new Dispenses(session, seals)
                        .find(dispense.completes())
                        .map(first -> Optional.ofNullable(first.standing().tolerance()));
    }
}
