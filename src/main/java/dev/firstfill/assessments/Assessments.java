package dev.firstfill.assessments;

import dev.firstfill.kernel.Json;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.Seals;
import dev.firstfill.patients.PatientChart;
import dev.firstfill.patients.PatientId;
import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The queries on assessments and their answers. Words are sealed on the way in and opened on the way out. */
final class Assessments {
    private final Mutiny.QueryProducer session;
    private final Seals seals;

    Assessments(Mutiny.QueryProducer session, Seals seals) {
        this.session = session;
        this.seals = seals;
    }

    Uni<AssessmentRow> find(AssessmentId id) {
        return session.createSelectionQuery("from AssessmentRow a where a.id = :id", AssessmentRow.class)
                .setParameter("id", id.value())
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(AssessmentRefusals.AssessmentNotFound::new);
    }

    /** Null lets all pass. */
    Uni<List<AssessmentRow>> page(@Nullable AssessmentState state, @Nullable UUID patient, PageRequest page) {
        var ql = "from AssessmentRow a where a.id " + (page.newestFirst() ? "< :from" : "> :from")
                + (state == null ? "" : " and a.state = :state")
                + (patient == null ? "" : " and a.patient = :patient")
                + (page.newestFirst() ? " order by a.id desc" : " order by a.id");
        var query = session.createSelectionQuery(ql, AssessmentRow.class)
                .setParameter("from", page.from())
                .setMaxResults(page.fetched());
        if (state != null) {
            query.setParameter("state", state.name());
        }
        if (patient != null) {
            query.setParameter("patient", patient);
        }
        return query.getResultList();
    }

    /** The seal of one who was not erased. */
    Uni<Seals.OfPerson> sealOf(UUID patient) {
        return new PatientChart(session, seals).sealOf(new PatientId(patient));
    }

    Uni<Assessment> opened(AssessmentRow row) {
        return sealOf(row.patient())
                .chain(seal -> opened(List.of(row), Map.of(row.patient(), seal)))
                .map(opened -> opened.get(0));
    }

    /** In the same order, those of patients who were erased left out. */
    Uni<List<Assessment>> opened(List<AssessmentRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var patients = rows.stream().map(AssessmentRow::patient).distinct().toList();
        return new PatientChart(session, seals)
                .sealsOf(patients)
                .chain(found -> opened(
                        rows.stream()
                                .filter(row -> found.containsKey(row.patient()))
                                .toList(),
                        found));
    }

    private Uni<List<Assessment>> opened(List<AssessmentRow> rows, Map<UUID, Seals.OfPerson> seals) {
        var ids = rows.stream().map(AssessmentRow::id).toList();
        return answers(ids)
                .map(answers -> answers.stream().collect(Collectors.groupingBy(AnswerRow::assessment)))
                .map(answers -> rows.stream()
                        .map(row -> opened(row, answers.getOrDefault(row.id(), List.of()), seals.get(row.patient())))
                        .toList());
    }

    private static Assessment opened(AssessmentRow row, List<AnswerRow> answers, Seals.@Nullable OfPerson seal) {
        var words = Json.read(Objects.requireNonNull(seal).open(place(row.id()), row.record()), AssessmentWords.class);
        var all = new LinkedHashMap<String, Answer>();
        answers.forEach(answer -> all.put(answer.question(), answer.answer()));
        words.answers().forEach((question, text) -> all.put(question, new Answer.Words(text)));
        return row.opened(new AnswerSheet(all), words.amendmentReason());
    }

    static byte[] sealed(UUID assessment, AssessmentWords words, Seals.OfPerson seal) {
        return seal.seal(place(assessment), Json.bytes(words));
    }

    /** Those that can be counted; words are sealed with the assessment. */
    static List<AnswerRow> rows(UUID assessment, AnswerSheet sheet) {
        return sheet.answers().entrySet().stream()
                .flatMap(entry -> AnswerRow.of(assessment, entry.getKey(), entry.getValue()).stream())
                .toList();
    }

    Uni<List<AnswerRow>> answers(List<UUID> assessments) {
        return session.createSelectionQuery(
                        "from AnswerRow v where v.assessment in :ids order by v.assessment, v.question",
                        AnswerRow.class)
                .setParameter("ids", assessments)
                .getResultList();
    }

    private static Seals.Place place(UUID assessment) {
        return new Seals.Place("assessment", "record", assessment);
    }
}
