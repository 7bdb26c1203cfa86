package dev.firstfill.assessments;

import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Journal;
import dev.firstfill.kernel.Seals;
import dev.firstfill.kernel.UniqueRule;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * What signing an assessment does to the patient's concerns. One that is not resolved stands for all of its kind and
 * code, so that nobody is followed up twice.
 */
final class RaisedConcerns {
    static final UniqueRule ONCE = new UniqueRule("clinical_concern_once", AssessmentRefusals.ConcernThereAlready::new);

    private final Mutiny.Session session;
    private final Journal journal;
    private final Concerns concerns;
    private final Seals.OfPerson seal;
    private final Signature signature;

    RaisedConcerns(Mutiny.Session session, Seals seals, Journal journal, Seals.OfPerson seal, Signature signature) {
        this.session = session;
        this.journal = journal;
        this.concerns = new Concerns(session, seals);
        this.seal = seal;
        this.signature = signature;
    }

    /** @param amended the assessment that this one amends: what it raised and this one does not was an error */
    Uni<Void> of(AssessmentRow assessment, Evaluation evaluation, @Nullable UUID amended) {
        return concerns.unresolved(assessment.patient()).chain(present -> {
            var changed = new ArrayList<Change>();
            present.stream()
                    .filter(row -> amended != null
                            && row.isRaisedBy(amended)
                            && evaluation.of(row.sign()).isEmpty())
                    .forEach(row -> changed.add(change(
                            row,
                            "resolved",
                            () -> row.resolve(ConcernOutcome.RAISED_IN_ERROR, signature.by(), signature.at()))));
            var fresh = new ArrayList<ConcernRow>();
            for (var raised : evaluation.concerns()) {
                present.stream()
                        .filter(row -> row.isSame(raised.sign()))
                        .findFirst()
                        .ifPresentOrElse(
                                row -> again(row, assessment, raised, amended, changed),
                                () -> fresh.add(raised(assessment, raised)));
            }
            return kept(fresh).invoke(() -> {
                changed.forEach(change -> tell(change.row(), change.what(), change.before()));
                fresh.forEach(row -> tell(row, "raised", null));
            });
        });
    }

    /** As it was before it changed; told after the flush, when its version is known. */
    private record Change(ConcernRow row, String what, Concern before) {}

    private Change change(ConcernRow row, String what, Runnable move) {
        var before = concerns.opened(row, seal);
        move.run();
        return new Change(row, what, before);
    }

    private void again(
            ConcernRow row,
            AssessmentRow assessment,
            Evaluation.Raised raised,
            @Nullable UUID amended,
            List<Change> changed) {
        boolean corrected = amended != null && row.isRaisedBy(amended);
        if (corrected || row.isMilderThan(raised.sign())) {
            changed.add(change(
                    row,
                    "changed",
                    () -> row.raisedAgain(
                            assessment.id(), raised.question(), raised.sign().severity())));
        }
    }

    private ConcernRow raised(AssessmentRow assessment, Evaluation.Raised raised) {
        var row = new ConcernRow(Ids.next(), assessment.patient(), raised.sign(), null, signature.by(), signature.at())
                .raisedByAnswer(assessment.id(), raised.question());
        row.keepNotes(Concerns.sealed(row.id(), new ConcernNotes(null, Map.of()), seal));
        return row;
    }

    private Uni<Void> kept(List<ConcernRow> fresh) {
        return fresh.isEmpty()
                ? session.flush()
                : session.persistAll(fresh.toArray()).chain(() -> ONCE.on(session.flush()));
    }

    private void tell(ConcernRow row, String what, @Nullable Concern before) {
        journal.changed(row.id(), row.patient(), before, concerns.opened(row, seal));
        journal.announce(new Event("clinical-concern." + what, "clinical-concern", row.id(), row.version()));
    }
}
