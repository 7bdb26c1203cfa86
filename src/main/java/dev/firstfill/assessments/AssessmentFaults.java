package dev.firstfill.assessments;

import dev.firstfill.kernel.Refusal;
import java.util.List;

/** A template, or answers to one, break rules: all of them are named. */
public final class AssessmentFaults extends Refusal {
    private static final long serialVersionUID = 1L;

    // Refusals are serializable by descent only; nobody serializes them.
    private final transient List<Fault> faults;

    private AssessmentFaults(String code, String message, List<Fault> faults) {
        super(Kind.UNPROCESSABLE, code, message);
        this.faults = List.copyOf(faults);
    }

    static AssessmentFaults ofTemplate(List<Fault> faults) {
        return new AssessmentFaults(
                "assessment-template-refused", "The template contradicts itself; errors names each place.", faults);
    }

    static AssessmentFaults ofAnswers(List<Fault> faults) {
        return new AssessmentFaults(
                "assessment-answers-refused", "Answers do not fit the template; errors names each of them.", faults);
    }

    static AssessmentFaults ofReport(List<Fault> faults) {
        return new AssessmentFaults(
                "answer-report-refused", "The report asks for values that the question cannot have.", faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
