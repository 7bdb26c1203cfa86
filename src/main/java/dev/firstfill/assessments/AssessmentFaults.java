package dev.firstfill.assessments;

import dev.firstfill.kernel.Refusal;
import java.util.List;

/** Something that was written breaks rules of a questionnaire: all of them are named, each with its place. */
public abstract sealed class AssessmentFaults extends Refusal {
    private static final long serialVersionUID = 1L;

    // Refusals are serializable by descent only; nobody serializes them.
    private final transient List<Fault> faults;

    private AssessmentFaults(Kind kind, String code, String message, List<Fault> faults) {
        super(kind, code, message);
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }

    /** Parts of a template do not fit each other. */
    static final class TemplateRefused extends AssessmentFaults {
        private static final long serialVersionUID = 1L;

        TemplateRefused(List<Fault> faults) {
            super(
                    Kind.UNPROCESSABLE,
                    "assessment-template-refused",
                    "The template contradicts itself; errors names each place.",
                    faults);
        }
    }

    /** Answers do not fit their template, or some are missing at the signature. */
    static final class AnswersRefused extends AssessmentFaults {
        private static final long serialVersionUID = 1L;

        AnswersRefused(List<Fault> faults) {
            super(
                    Kind.UNPROCESSABLE,
                    "assessment-answers-refused",
                    "Answers do not fit the template; errors names each of them.",
                    faults);
        }
    }

    /** A report asks for what nobody can have answered. */
    static final class ReportRefused extends AssessmentFaults {
        private static final long serialVersionUID = 1L;

        ReportRefused(List<Fault> faults) {
            super(
                    Kind.UNPROCESSABLE,
                    "answer-report-refused",
                    "The report asks for values that the question cannot have.",
                    faults);
        }
    }
}
