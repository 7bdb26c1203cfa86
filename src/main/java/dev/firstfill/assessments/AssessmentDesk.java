package dev.firstfill.assessments;

import dev.firstfill.assessments.AssessmentState.Move;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.Page;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.StaleVersion;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.kernel.Writing;
import dev.firstfill.patients.PatientChart;
import dev.firstfill.patients.PatientReference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where patients' answers are taken down, signed and amended. */
@ApplicationScoped
public class AssessmentDesk {
    private static final Act BEGIN = Act.of("begin", "assessment");
    private static final Act READ = Act.of("read", "assessment");
    private static final Act LIST = Act.of("list", "assessment");
    private static final Act ANSWER = Act.of("answer", "assessment");
    private static final Act SIGN = Act.of("sign", "assessment");
    private static final Act AMEND = Act.of("amend", "assessment");

    private final Transactions transactions;
    private final Clock clock;

    public AssessmentDesk(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    public Uni<Assessment> begin(AssessmentDraft draft, Colleague beginner) {
        // Before the act, whose record keeps what it is about: what is typed here may be a name.
        var reference = PatientReference.of(draft.patient());
        return transactions.write(BEGIN, desk -> {
            desk.journal().about(reference.toString());
            var store = new Assessments(desk.session(), desk.seals());
            return new PatientChart(desk.session(), desk.seals())
                    .identified(reference)
                    .chain(patient -> new TemplateStore(desk.session())
                            .find(TemplateReference.of(draft.template()))
                            .invoke(Template::mustTakeAssessments)
                            .chain(template -> {
                                var row = new AssessmentRow(
                                        Ids.next(), patient.value(), template, beginner, Now.by(clock));
                                var sheet = new Questionnaire(template.content()).read(draft.answers());
                                return filling(desk).begin(row, draft.occasion(today()), template, sheet, null);
                            }))
                    .chain(store::opened)
                    .invoke(begun -> tell(desk, "begun", null, begun));
        });
    }

    public Uni<Assessment> read(AssessmentId id) {
        return transactions.read(READ, desk -> {
            desk.journal().about(id.toString());
            var store = new Assessments(desk.session(), desk.seals());
            return store.find(id).chain(store::opened);
        });
    }

    /** Those of patients who were erased are left out. */
    public Uni<Stretch<Assessment>> list(AssessmentFilter filter, PageRequest page) {
        return transactions.read(LIST, desk -> {
            var store = new Assessments(desk.session(), desk.seals());
            var patient = filter.patient();
            Uni<List<AssessmentRow>> rows;
            if (patient == null) {
                rows = store.page(filter.state(), null, page);
            } else {
                desk.journal().about(patient.toString());
                rows = new PatientChart(desk.session(), desk.seals())
                        .identified(patient)
                        .chain(found -> store.page(filter.state(), found.value(), page));
            }
            return rows.map(found -> Page.cut(found, page.limit(), row -> row)).chain(cut -> {
                var last = cut.more() ? cut.items().get(cut.items().size() - 1).id() : null;
                return store.opened(cut.items()).map(opened -> new Stretch<>(opened, last));
            });
        });
    }

    /**
     * @param seen the version the caller saw; refused as stale when another is present
     * @param change makes the new draft of the present one; whatever it throws leaves all as it was
     */
    public Uni<Assessment> answer(AssessmentId id, int seen, UnaryOperator<AssessmentDraft> change) {
        return transactions.write(ANSWER, desk -> {
            desk.journal().about(id.toString());
            var store = new Assessments(desk.session(), desk.seals());
            return store.find(id).chain(row -> store.opened(row).chain(before -> {
                row.mustBeOpenTo(Move.ANSWER);
                StaleVersion.unless(row.version() == seen);
                var draft = change.apply(AssessmentDraft.of(before));
                return mustBeOfSame(desk, draft, before)
                        .chain(template -> {
                            var sheet = new Questionnaire(template.content()).read(draft.answers());
                            var filling = filling(desk);
                            return filling.fill(row, draft.occasion(today()), template, sheet, null)
                                    .call(desk.session()::flush)
                                    .call(() -> filling.answersAnew(row, sheet));
                        })
                        .chain(() -> store.opened(row))
                        .invoke(after -> tell(desk, "answered", before, after));
            }));
        });
    }

    /** The template that the draft was begun with, however old it is by now. */
    private static Uni<Template> mustBeOfSame(Writing desk, AssessmentDraft draft, Assessment before) {
        return new PatientChart(desk.session(), desk.seals())
                .identified(PatientReference.of(draft.patient()))
                .chain(patient -> new TemplateStore(desk.session())
                        .numbered(before.template(), before.templateNumber())
                        .invoke(template -> {
                            boolean same = patient.value().equals(before.patient())
                                    && TemplateReference.of(draft.template()).names(template);
                            if (!same) {
                                throw new AssessmentRefusals.PatientOrTemplateChanged();
                            }
                        }));
    }

    /** @param seen the version the signer saw: nobody signs what somebody else wrote in the meantime */
    public Uni<Assessment> sign(AssessmentId id, int seen, Signer signer) {
        return transactions.write(SIGN, desk -> {
            desk.journal().about(id.toString());
            var store = new Assessments(desk.session(), desk.seals());
            return store.find(id).chain(row -> store.opened(row).chain(before -> {
                row.mustBeOpenTo(Move.SIGN);
                StaleVersion.unless(row.version() == seen);
                return new TemplateStore(desk.session())
                        .numbered(before.template(), before.templateNumber())
                        .chain(template -> filling(desk)
                                .sign(
                                        row,
                                        template,
                                        before.answers(),
                                        signer.signature(template.content(), now()),
                                        null))
                        .chain(() -> store.opened(row))
                        .invoke(after -> tell(desk, "signed", before, after));
            }));
        });
    }

    /** Signs another assessment, which counts in place of this one. */
    public Uni<Assessment> amend(AssessmentId id, Amendment amendment, Signer signer) {
        return transactions.write(AMEND, desk -> {
            desk.journal().about(id.toString());
            var store = new Assessments(desk.session(), desk.seals());
            return store.find(id).chain(amended -> store.opened(amended).chain(before -> {
                amended.mustBeOpenTo(Move.AMEND);
                return new TemplateStore(desk.session())
                        .numbered(before.template(), before.templateNumber())
                        .chain(template -> filling(desk)
                                .amend(
                                        amended,
                                        template,
                                        amendment,
                                        signer.signature(template.content(), now()),
                                        today()))
                        .chain(row -> store.opened(amended)
                                .invoke(after -> tell(desk, "amended", before, after))
                                .chain(() -> store.opened(row)))
                        .invoke(after -> tell(desk, "signed", null, after));
            }));
        });
    }

    private static Filling filling(Writing desk) {
        return new Filling(desk.session(), desk.seals(), desk.journal());
    }

    private java.time.Instant now() {
        return Now.by(clock);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static void tell(Writing desk, String what, @Nullable Assessment before, Assessment after) {
        desk.journal().changed(after.id(), after.patient(), before, after);
        desk.journal().announce(new Event("assessment." + what, "assessment", after.id(), after.version()));
    }
}
