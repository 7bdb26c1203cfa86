package dev.firstfill.assessments;

import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Page;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.Reading;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.patients.PatientChart;
import dev.firstfill.patients.PatientNumber;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where answers of many patients are looked at together: "who with rheumatoid arthritis named cost as a barrier?" */
@ApplicationScoped
public class AnswerReportDesk {
    private static final Act REPORT = Act.of("report", "assessment-answer");
    private static final Act COUNT = Act.of("count", "assessment-answer");

    private final Transactions transactions;

    public AnswerReportDesk(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Who answered so. Each assessment is opened for it, so that the ledger names everybody who was seen. */
    public Uni<Stretch<ReportedAnswer>> report(AnswerReportQuery query, PageRequest page) {
        return transactions.read(REPORT, desk -> {
            desk.journal().sought(query);
            return mustBeCounted(desk, query)
                    .chain(() -> new AnswerReports(desk.session()).page(query, page))
                    .chain(ids -> {
                        var cut = Page.cut(ids, page.limit(), id -> id);
                        var last = cut.more() ? cut.items().get(cut.items().size() - 1) : null;
                        return opened(desk, query, page, cut.items()).map(items -> new Stretch<>(items, last));
                    });
        });
    }

    private static Uni<List<ReportedAnswer>> opened(
            Reading desk, AnswerReportQuery query, PageRequest page, List<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var order =
                Comparator.comparing((Assessment assessment) -> assessment.id().toString());
        return new AnswerReports(desk.session())
                .rows(ids)
                .chain(rows -> new Assessments(desk.session(), desk.seals()).opened(rows))
                .chain(assessments -> new PatientChart(desk.session(), desk.seals())
                        .numbersOf(assessments.stream()
                                .map(Assessment::patient)
                                .distinct()
                                .toList())
                        .map(numbers -> assessments.stream()
                                .filter(assessment -> numbers.containsKey(assessment.patient()))
                                .sorted(page.newestFirst() ? order.reversed() : order)
                                .map(assessment -> reported(assessment, query, numbers))
                                .toList()));
    }

    private static ReportedAnswer reported(
            Assessment assessment, AnswerReportQuery query, Map<UUID, PatientNumber> numbers) {
        return new ReportedAnswer(
                assessment.patient(),
                numbers.get(assessment.patient()),
                assessment.id(),
                assessment.occasion().assessedOn(),
                assessment.answers().answers().get(query.question()).plain());
    }

    /** How many answered what; about nobody. */
    public Uni<AnswerDistribution> distribution(AnswerReportQuery query) {
        return transactions.read(COUNT, desk -> {
            desk.journal().sought(query);
            var reports = new AnswerReports(desk.session());
            return mustBeCounted(desk, query)
                    .chain(() -> reports.count(query))
                    .chain(count -> reports.distribution(query).map(values -> new AnswerDistribution(count, values)));
        });
    }

    /** A report on a question that nobody asks would be empty, which looks like an answer. */
    private static Uni<Void> mustBeCounted(Reading desk, AnswerReportQuery query) {
        var store = new TemplateStore(desk.session());
        var asking = query.template() == null ? store.present() : store.versions(query.template());
        return asking.invoke(templates -> {
                    var questions = templates.stream()
                            .map(Template::content)
                            .filter(content -> query.condition() == null
                                    || content.condition().equals(query.condition()))
                            .flatMap(content -> content.question(query.question()).stream())
                            .filter(question -> question.type() != QuestionType.TEXT)
                            .toList();
                    if (questions.isEmpty()) {
                        throw new AssessmentRefusals.QuestionNotCounted();
                    }
                    mustFitOne(query, questions);
                })
                .replaceWithVoid();
    }

    /** Versions differ: what one of them can answer may be asked for. */
    private static void mustFitOne(AnswerReportQuery query, List<Question> questions) {
        var faults = questions.stream()
                .map(question -> new ShownWhenCheck("", query.wanted(), Map.of(question.code(), question)).faults())
                .toList();
        if (!query.wantsAnyValue() && faults.stream().noneMatch(List::isEmpty)) {
            throw new AssessmentFaults.ReportRefused(faults.get(faults.size() - 1));
        }
    }
}
