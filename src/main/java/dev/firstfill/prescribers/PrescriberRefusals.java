package dev.firstfill.prescribers;

import dev.firstfill.kernel.Refusal;

/** Every way this context says no. */
public final class PrescriberRefusals {
    private PrescriberRefusals() {}

    /** There is no such prescriber in this pharmacy. */
    static final class PrescriberNotFound extends Refusal {
        private static final long serialVersionUID = 1L;

        PrescriberNotFound() {
            super(Kind.NOT_FOUND, "prescriber-not-found", "There is no such prescriber.");
        }
    }

    /** An NPI is issued to one person only, so the two are the same prescriber. */
    static final class NpiTaken extends Refusal {
        private static final long serialVersionUID = 1L;

        NpiTaken() {
            super(Kind.CONFLICT, "prescriber-npi-taken", "Another prescriber of the pharmacy has this NPI already.");
        }
    }

    /** Nothing in the search narrows it. */
    static final class SearchTooWide extends Refusal {
        private static final long serialVersionUID = 1L;

        SearchTooWide() {
            super(Kind.UNPROCESSABLE, "search-too-wide", "Search by NPI, family name or the phone of an office.");
        }
    }

    /** A name prefix would list half the pharmacy's prescribers. */
    static final class SearchPrefixTooShort extends Refusal {
        private static final long serialVersionUID = 1L;

        SearchPrefixTooShort() {
            super(
                    Kind.UNPROCESSABLE,
                    "search-prefix-too-short",
                    "Give at least %d letters of the family name.".formatted(PrescriberSearch.PREFIX_MIN));
        }
    }
}
