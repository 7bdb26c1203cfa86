package dev.firstfill.imports;

import dev.firstfill.kernel.Refusal;
import java.util.Locale;

/** Every way this context says no. */
public final class ImportRefusals {
    private ImportRefusals() {}

    /** There is no such import in this pharmacy. */
    static final class ImportNotFound extends Refusal {
        private static final long serialVersionUID = 1L;

        ImportNotFound() {
            super(Kind.NOT_FOUND, "import-not-found", "There is no such import.");
        }
    }

    /** Two imports of one source at once could take in one thing twice. */
    static final class ImportOpen extends Refusal {
        private static final long serialVersionUID = 1L;

        ImportOpen(ImportId open) {
            super(
                    Kind.CONFLICT,
                    "import-open",
                    "An import of this source is open: go on with %s, or complete it.".formatted(open));
        }

        /** Somebody else began it a moment ago. */
        ImportOpen() {
            super(Kind.CONFLICT, "import-open", "An import of this source was begun at this moment: ask again.");
        }
    }

    /** It was said to be over. */
    static final class ImportCompleted extends Refusal {
        private static final long serialVersionUID = 1L;

        ImportCompleted() {
            super(Kind.CONFLICT, "import-completed", "This import is completed: begin another one of the same source.");
        }
    }

    /** The line names what was not taken in, or not yet. */
    static final class ReferenceUnknown extends Refusal {
        private static final long serialVersionUID = 1L;

        private final String pointer;

        ReferenceUnknown(ImportKind kind) {
            super(
                    Kind.CONFLICT,
                    "import-reference-unknown",
                    "No %s was imported under this key: send that line first, and then this one again."
                            .formatted(word(kind)));
            this.pointer = "/record/" + word(kind);
        }

        String pointer() {
            return pointer;
        }

        private static String word(ImportKind kind) {
            return kind.name().toLowerCase(Locale.ROOT);
        }
    }
}
