package dev.firstfill.assessments;

import dev.firstfill.identifiers.Icd10Code;
import dev.firstfill.patients.PatientId;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * A patient's assessments as other contexts ask for them inside acts of their own. Only signed ones that no other
 * amended count. Opens nothing, so nobody is seen by it.
 */
public final class AssessmentBook {
    private static final Comparator<CurrentAssessment> MEANT_FOR_IT_THEN_LATEST = Comparator.comparing(
                    CurrentAssessment::specific)
            .thenComparing(CurrentAssessment::assessedOn)
            .thenComparing(assessment -> assessment.id().value());

    private final Mutiny.QueryProducer session;

    public AssessmentBook(Mutiny.QueryProducer session) {
        this.session = session;
    }

    /** Whom it is about; refused when there is no such assessment. */
    public Uni<PatientId> patientOf(AssessmentId id) {
        return session.createSelectionQuery("select a.patient from AssessmentRow a where a.id = :id", UUID.class)
                .setParameter("id", id.value())
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(AssessmentRefusals.AssessmentNotFound::new)
                .map(PatientId::new);
    }

    /** The latest that is current on this day, whatever it is about. */
    public Uni<Optional<CurrentAssessment>> current(PatientId patient, LocalDate today) {
        return onDay(patient, today).map(rows -> rows.stream().findFirst().map(AssessmentRow::current));
    }

    /**
     * One that is current on this day and meant for this diagnosis; failing that, one that is meant for any, such as
     * the general one about adherence. Which of the two it is says {@link CurrentAssessment#specific()}.
     */
    public Uni<Optional<CurrentAssessment>> current(PatientId patient, Icd10Code diagnosis, LocalDate today) {
        return onDay(patient, today).map(rows -> rows.stream()
                .filter(row -> row.isMeantFor(diagnosis))
                .map(AssessmentRow::current)
                .max(MEANT_FOR_IT_THEN_LATEST));
    }

    /** The latest that is current on this day and about this condition, such as {@code ra} or a word of the pharmacy's. */
    public Uni<Optional<CurrentAssessment>> current(PatientId patient, String condition, LocalDate today) {
        return onDay(patient, today).map(rows -> rows.stream()
                .map(AssessmentRow::current)
                .filter(assessment -> assessment.condition().equals(condition))
                .findFirst());
    }

    private Uni<List<AssessmentRow>> onDay(PatientId patient, LocalDate today) {
        return session.createSelectionQuery("""
                        from AssessmentRow a
                        where a.patient = :patient and a.state = 'SIGNED'
                          and a.assessedOn <= :today and a.currentUntil >= :today
                        order by a.assessedOn desc, a.id desc
                        """, AssessmentRow.class)
                .setParameter("patient", patient.value())
                .setParameter("today", today)
                .getResultList();
    }
}
