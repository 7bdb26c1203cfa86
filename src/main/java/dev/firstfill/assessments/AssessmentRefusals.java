package dev.firstfill.assessments;

import dev.firstfill.kernel.Refusal;

/** Every way this context says no, besides {@link AssessmentFaults}. */
public final class AssessmentRefusals {
    private AssessmentRefusals() {}

    /** There is no such template, or no such version of it. */
    static final class TemplateNotFound extends Refusal {
        private static final long serialVersionUID = 1L;

        TemplateNotFound() {
            super(Kind.NOT_FOUND, "assessment-template-not-found", "There is no such assessment template.");
        }
    }

    /** What has this code already is superseded, not made again. */
    static final class TemplateCodeTaken extends Refusal {
        private static final long serialVersionUID = 1L;

        TemplateCodeTaken() {
            super(
                    Kind.CONFLICT,
                    "assessment-template-code-taken",
                    "A template of this code is there already: add a version to it, or choose another code.");
        }
    }

    /** Somebody else published the next version in the same moment. */
    static final class TemplateVersionTaken extends Refusal {
        private static final long serialVersionUID = 1L;

        TemplateVersionTaken() {
            super(
                    Kind.CONFLICT,
                    "assessment-template-version-taken",
                    "Another version was published just now: read it, then publish yours anew.");
        }
    }

    /** A retired version takes no new assessments. */
    static final class TemplateRetired extends Refusal {
        private static final long serialVersionUID = 1L;

        TemplateRetired() {
            super(
                    Kind.CONFLICT,
                    "assessment-template-retired",
                    "This version is retired: use the present one, or publish another.");
        }
    }

    /** It comes with the program, for every pharmacy. */
    static final class TemplateShipped extends Refusal {
        private static final long serialVersionUID = 1L;

        TemplateShipped() {
            super(
                    Kind.CONFLICT,
                    "assessment-template-shipped",
                    "This version comes with the platform and cannot be retired: publish one of your own instead.");
        }
    }

    /** So many codes are a catalogue that nobody looks through. */
    static final class TooManyTemplates extends Refusal {
        private static final long serialVersionUID = 1L;

        TooManyTemplates() {
            super(
                    Kind.CONFLICT,
                    "assessment-templates-too-many",
                    "A pharmacy has at most %d codes and %d versions of each: supersede one, or retire."
                            .formatted(TemplateStore.CODES_MAX, TemplateStore.VERSIONS_MAX));
        }
    }

    /** There is no such assessment in this pharmacy. */
    static final class AssessmentNotFound extends Refusal {
        private static final long serialVersionUID = 1L;

        AssessmentNotFound() {
            super(Kind.NOT_FOUND, "assessment-not-found", "There is no such assessment.");
        }
    }

    /** Drafts are changed, not amended. */
    static final class NotSigned extends Refusal {
        private static final long serialVersionUID = 1L;

        NotSigned() {
            super(
                    Kind.CONFLICT,
                    "assessment-not-signed",
                    "The assessment is a draft and cannot be amended: change it, then sign it.");
        }
    }

    /** What is signed stands. */
    static final class AlreadySigned extends Refusal {
        private static final long serialVersionUID = 1L;

        AlreadySigned() {
            super(
                    Kind.CONFLICT,
                    "assessment-signed",
                    "The assessment is signed and can be neither changed nor signed again: amend it.");
        }
    }

    /** The last of a chain is the one that counts. */
    static final class AlreadyAmended extends Refusal {
        private static final long serialVersionUID = 1L;

        AlreadyAmended() {
            super(
                    Kind.CONFLICT,
                    "assessment-amended",
                    "The assessment was amended by another and stays as it is: amend the one in amendedBy.");
        }
    }

    /** The template names who may sign, and the caller is none of them. */
    static final class SignatoryNotTaken extends Refusal {
        private static final long serialVersionUID = 1L;

        SignatoryNotTaken() {
            super(
                    Kind.NOT_ALLOWED,
                    "assessment-signatory",
                    "The template names in signatories who may sign this assessment; ask one of them.");
        }
    }

    /** A draft belongs to one patient and one template. */
    static final class PatientOrTemplateChanged extends Refusal {
        private static final long serialVersionUID = 1L;

        PatientOrTemplateChanged() {
            super(
                    Kind.UNPROCESSABLE,
                    "assessment-patient-or-template-changed",
                    "Patient and template of an assessment stay as they are: begin another.");
        }
    }

    /** Nobody was asked tomorrow. */
    static final class AssessedInFuture extends Refusal {
        private static final long serialVersionUID = 1L;

        AssessedInFuture() {
            super(
                    Kind.UNPROCESSABLE,
                    "assessment-in-future",
                    "The day of an assessment lies in the future: give the day on which the patient was asked.");
        }
    }

    /** What was written in words is sealed, and cannot be counted. */
    static final class QuestionNotCounted extends Refusal {
        private static final long serialVersionUID = 1L;

        QuestionNotCounted() {
            super(
                    Kind.UNPROCESSABLE,
                    "answer-report-question",
                    "No such template asks this question in a way that can be counted; words cannot.");
        }
    }

    /** There is no such concern in this pharmacy. */
    static final class ConcernNotFound extends Refusal {
        private static final long serialVersionUID = 1L;

        ConcernNotFound() {
            super(Kind.NOT_FOUND, "clinical-concern-not-found", "There is no such clinical concern.");
        }
    }

    /** One that is not resolved stands for all of its kind. */
    static final class ConcernThereAlready extends Refusal {
        private static final long serialVersionUID = 1L;

        ConcernThereAlready() {
            super(
                    Kind.CONFLICT,
                    "clinical-concern-there-already",
                    "The patient has this concern already, and it is not resolved: follow that one up.");
        }
    }

    /** What is resolved stays resolved. */
    static final class ConcernResolved extends Refusal {
        private static final long serialVersionUID = 1L;

        ConcernResolved() {
            super(
                    Kind.CONFLICT,
                    "clinical-concern-resolved",
                    "The concern is resolved and takes no more steps: raise another if it came back.");
        }
    }

    /** How bad it is is asked of side effects, and of nothing else. */
    static final class SeverityMisplaced extends Refusal {
        private static final long serialVersionUID = 1L;

        SeverityMisplaced() {
            super(
                    Kind.UNPROCESSABLE,
                    "clinical-concern-severity",
                    "A side effect has a severity, and a barrier has none.");
        }
    }
}
