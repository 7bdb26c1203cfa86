package dev.firstfill.patients;

import dev.firstfill.kernel.Refusal;

/** Every way this context says no. */
public final class PatientRefusals {
    private PatientRefusals() {}

    /** There is no such patient in this pharmacy. */
    public static final class PatientNotFound extends Refusal {
        private static final long serialVersionUID = 1L;

        public PatientNotFound() {
            super(Kind.NOT_FOUND, "patient-not-found", "There is no such patient.");
        }
    }

    /** The patient was erased: nobody can say any more who it was. */
    public static final class PatientErased extends Refusal {
        private static final long serialVersionUID = 1L;

        public PatientErased() {
            super(Kind.GONE, "patient-erased", "This patient was erased; nothing of the record is left.");
        }
    }

    /** Nothing in the search narrows it enough. */
    static final class SearchTooWide extends Refusal {
        private static final long serialVersionUID = 1L;

        SearchTooWide() {
            super(
                    Kind.UNPROCESSABLE,
                    "search-too-wide",
                    "Search by family name, birth date, phone or member id; a given name only narrows.");
        }
    }

    /** A name prefix is too short to be indexed. */
    static final class SearchPrefixTooShort extends Refusal {
        private static final long serialVersionUID = 1L;

        SearchPrefixTooShort() {
            super(
                    Kind.UNPROCESSABLE,
                    "search-prefix-too-short",
                    "Give at least %d letters of a name.".formatted(PatientSearch.PREFIX_MIN));
        }
    }

    /** What is recorded as disclosed lies in the future. */
    static final class DisclosureNotMadeYet extends Refusal {
        private static final long serialVersionUID = 1L;

        DisclosureNotMadeYet() {
            super(
                    Kind.UNPROCESSABLE,
                    "disclosure-not-made-yet",
                    "A disclosure is recorded when it was made: its time lies in the future.");
        }
    }
}
