package dev.firstfill.assessments;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a template makes of answers.
 *
 * @param concerns each kind and code once, the worst severity among those raised, with the question that raised it
 */
record Evaluation(Scores scores, List<Raised> concerns) {
    /** @param question whose answer raised it */
    record Raised(String question, ConcernSign sign) {
        private String name() {
            return sign.kind() + "/" + sign.code();
        }

        private static Raised worse(Raised one, Raised other) {
            return Objects.compare(
                                    one.sign.severity(),
                                    other.sign.severity(),
                                    java.util.Comparator.nullsFirst(java.util.Comparator.naturalOrder()))
                            >= 0
                    ? one
                    : other;
        }
    }

    static Evaluation of(TemplateContent content, AnswerSheet sheet) {
        return new Evaluation(scores(content, sheet.answers()), concerns(content, sheet.answers()));
    }

    /** Their codes, in the order of the questions. */
    List<String> codes(ConcernKind kind) {
        return concerns.stream()
                .map(Raised::sign)
                .filter(sign -> sign.kind() == kind)
                .map(ConcernSign::code)
                .toList();
    }

    /** Whether anything of the same kind and code was raised, however bad. */
    Optional<Raised> of(ConcernSign sign) {
        return concerns.stream().filter(raised -> raised.sign().isSame(sign)).findFirst();
    }

    private static Scores scores(TemplateContent content, Map<String, Answer> answers) {
        var disease = scored(content, answers, Scale.DISEASE);
        var adherence = scored(content, answers, Scale.ADHERENCE);
        var score = disease.isEmpty() ? null : points(disease, answers);
        var reachable = adherence.stream().mapToInt(Question::pointsMax).sum();
        var percent = reachable == 0 ? null : Math.round(100f * points(adherence, answers) / reachable);
        return new Scores(
                score,
                score == null
                        ? null
                        : content.band(Scale.DISEASE, score).map(Band::code).orElse(null),
                percent,
                percent == null
                        ? null
                        : content.band(Scale.ADHERENCE, percent).map(Band::code).orElse(null));
    }

    private static List<Question> scored(TemplateContent content, Map<String, Answer> answers, Scale scale) {
        return content.questions().stream()
                .filter(question -> question.isScored() && question.scaleOfPoints() == scale)
                .filter(question -> answers.containsKey(question.code()))
                .toList();
    }

    private static int points(List<Question> questions, Map<String, Answer> answers) {
        return questions.stream()
                .flatMap(question -> question.meant(Objects.requireNonNull(answers.get(question.code()))).stream())
                .map(Meaning::points)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static List<Raised> concerns(TemplateContent content, Map<String, Answer> answers) {
        var worst = new LinkedHashMap<String, Raised>();
        for (var question : content.questions()) {
            var answer = answers.get(question.code());
            if (answer != null) {
                question.meant(answer).stream()
                        .map(Meaning::concern)
                        .filter(Objects::nonNull)
                        .map(sign -> new Raised(question.code(), sign))
                        .forEach(raised -> worst.merge(raised.name(), raised, Raised::worse));
            }
        }
        return List.copyOf(worst.values());
    }
}
