package dev.firstfill.assessments;

import static dev.firstfill.assessments.TemplateRule.BAND_OVERLAPS;
import static dev.firstfill.assessments.TemplateRule.BAND_PERCENT;
import static dev.firstfill.assessments.TemplateRule.BAND_UNSCORED;
import static dev.firstfill.assessments.TemplateRule.QUESTION_REPEATED;
import static dev.firstfill.assessments.TemplateRule.RANGE_REVERSED;
import static dev.firstfill.assessments.TemplateRule.SIGNATORY_REPEATED;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;

/** Whether the parts of a template fit each other. Each part by itself was held to the rules beside it before. */
final class TemplateCheck {
    private final TemplateContent content;
    private final List<Fault> faults = new ArrayList<>();

    private TemplateCheck(TemplateContent content) {
        this.content = content;
    }

    /**
     * @param place where it stands in the body
     * @throws AssessmentFaults naming everything that is wrong
     */
    static void check(String place, TemplateContent content) {
        var faults = faults(content).stream()
                .map(fault -> new Fault(place + fault.pointer(), fault.code(), fault.message()))
                .toList();
        if (!faults.isEmpty()) {
            throw new AssessmentFaults.TemplateRefused(faults);
        }
    }

    static List<Fault> faults(TemplateContent content) {
        var check = new TemplateCheck(content);
        check.signatories();
        check.questions();
        check.bands();
        return check.faults;
    }

    private void signatories() {
        var seen = new HashSet<Signatory>();
        for (int i = 0; i < content.signatories().size(); i++) {
            if (!seen.add(content.signatories().get(i))) {
                faults.add(SIGNATORY_REPEATED.at("/signatories/" + i));
            }
        }
    }

    /** A condition looks at questions before it only, so there can be no circle. */
    private void questions() {
        var before = new LinkedHashMap<String, Question>();
        for (int i = 0; i < content.questions().size(); i++) {
            var question = content.questions().get(i);
            var place = "/questions/" + i;
            if (before.containsKey(question.code())) {
                faults.add(QUESTION_REPEATED.at(place + "/code"));
            }
            faults.addAll(new QuestionCheck(place, question).faults());
            faults.addAll(new ShownWhenCheck(place + "/shownWhen", question.shownWhen(), before).faults());
            before.putIfAbsent(question.code(), question);
        }
    }

    private void bands() {
        for (int i = 0; i < content.bands().size(); i++) {
            var band = content.bands().get(i);
            var place = "/bands/" + i;
            if (band.from() > band.to()) {
                faults.add(RANGE_REVERSED.at(place));
            }
            if (!isScored(band.scale())) {
                faults.add(BAND_UNSCORED.at(place + "/scale"));
            }
            if (band.scale() == Scale.ADHERENCE && (band.from() < 0 || band.to() > 100)) {
                faults.add(BAND_PERCENT.at(place));
            }
            if (content.bands().subList(0, i).stream().anyMatch(band::overlaps)) {
                faults.add(BAND_OVERLAPS.at(place));
            }
        }
    }

    private boolean isScored(Scale scale) {
        return content.questions().stream()
                .anyMatch(question -> question.isScored() && question.scaleOfPoints() == scale);
    }
}
