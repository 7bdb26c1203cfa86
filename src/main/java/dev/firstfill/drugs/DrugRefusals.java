package dev.firstfill.drugs;

import dev.firstfill.kernel.Refusal;

/** Every way this context says no. */
public final class DrugRefusals {
    private DrugRefusals() {}

    /** There is no such drug in this pharmacy. */
    static final class DrugNotFound extends Refusal {
        private static final long serialVersionUID = 1L;

        DrugNotFound() {
            super(Kind.NOT_FOUND, "drug-not-found", "There is no such drug.");
        }
    }

    /** An NDC names one package only, so the two are the same drug, in whichever form either was written. */
    static final class NdcTaken extends Refusal {
        private static final long serialVersionUID = 1L;

        NdcTaken() {
            super(Kind.CONFLICT, "drug-ndc-taken", "Another drug of the pharmacy has this NDC already.");
        }
    }

    /** Nothing in the search narrows it. */
    static final class SearchTooWide extends Refusal {
        private static final long serialVersionUID = 1L;

        SearchTooWide() {
            super(Kind.UNPROCESSABLE, "search-too-wide", "Search by NDC or name.");
        }
    }

    /** A name prefix would list half of what the pharmacy dispenses. */
    static final class SearchPrefixTooShort extends Refusal {
        private static final long serialVersionUID = 1L;

        SearchPrefixTooShort() {
            super(
                    Kind.UNPROCESSABLE,
                    "search-prefix-too-short",
                    "Give at least %d letters of the drug's name.".formatted(DrugSearch.PREFIX_MIN));
        }
    }
}
