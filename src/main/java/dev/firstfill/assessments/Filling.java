package dev.firstfill.assessments;

import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Journal;
import dev.firstfill.kernel.Seals;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Writes answers and signatures into an assessment, inside one act. */
final class Filling {
    private final Mutiny.Session session;
    private final Seals seals;
    private final Journal journal;
    private final Assessments store;

    Filling(Mutiny.Session session, Seals seals, Journal journal) {
        this.session = session;
        this.seals = seals;
        this.journal = journal;
        this.store = new Assessments(session, seals);
    }

    Uni<AssessmentRow> begin(
            AssessmentRow row, Occasion occasion, Template template, AnswerSheet sheet, @Nullable String reason) {
        return fill(row, occasion, template, sheet, reason)
                .call(() -> session.persist(row))
                .call(session::flush)
                .call(() -> answers(row, sheet));
    }

    /** Signs another in its place. */
    Uni<AssessmentRow> amend(
            AssessmentRow amended, Template template, Amendment amendment, Signature signature, LocalDate today) {
        var sheet = new Questionnaire(template.content()).read(amendment.answers());
        var row = new AssessmentRow(Ids.next(), amended.patient(), template, signature.by(), signature.at());
        return begin(row, amendment.occasion(amended.occasion(), today), template, sheet, amendment.reason())
                .invoke(() -> amended.amendedBy(row))
                .call(() -> sign(row, template, sheet, signature, amended.id()));
    }

    /** All but the answers' own rows, which can be written once the assessment's is there. */
    Uni<AssessmentRow> fill(
            AssessmentRow row, Occasion occasion, Template template, AnswerSheet sheet, @Nullable String reason) {
        return store.sealOf(row.patient()).map(seal -> {
            var words = new AssessmentWords(sheet.words(), reason);
            row.answer(occasion, template.content().daysCurrent(), Assessments.sealed(row.id(), words, seal));
            return row;
        });
    }

    Uni<Void> answers(AssessmentRow row, AnswerSheet sheet) {
        var rows = Assessments.rows(row.id(), sheet);
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.persistAll(rows.toArray()).call(session::flush);
    }

    /** In place of those that are there. */
    Uni<Void> answersAnew(AssessmentRow row, AnswerSheet sheet) {
        return store.answers(List.of(row.id()))
                .chain(present -> session.removeAll(present.toArray()))
                .call(session::flush)
                .chain(() -> answers(row, sheet));
    }

    /** @param amended the one that counts no more, if any */
    Uni<Void> sign(
            AssessmentRow row, Template template, AnswerSheet sheet, Signature signature, @Nullable UUID amended) {
        new Questionnaire(template.content()).mustBeComplete(sheet);
        var evaluation = Evaluation.of(template.content(), sheet);
        row.sign(signature, evaluation);
        return store.sealOf(row.patient()).chain(seal -> new RaisedConcerns(session, seals, journal, seal, signature)
                .of(row, evaluation, amended));
    }
}
