package dev.firstfill.drugs;

import dev.firstfill.identifiers.Ndc;
import dev.firstfill.kernel.Folded;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How somebody describes the drug they look for; whatever is found matches all that is said.
 *
 * @param ndc in any form a label or a claim has
 * @param name the beginning of the name, at least three letters of it, case, spaces and marks ignored
 */
@Schema(description = "Whatever is found matches all that is given; at least one is.")
public record DrugSearch(
        @Nullable Ndc ndc,

        @Nullable
        @Size(max = 200)
        @Schema(
                examples = "ada",
                description = "The beginning of the name, at least three letters; case, spaces and marks are ignored.")
        String name) {

    /** Enough to tell some thousand names apart; fewer letters would list half of what the pharmacy dispenses. */
    static final int PREFIX_MIN = 3;

    private static final int FOLDED_MAX = 200;

    DrugSearch checked() {
        if (ndc == null && name == null) {
            throw new DrugRefusals.SearchTooWide();
        }
        if (name != null && namePrefix().length() < PREFIX_MIN) {
            throw new DrugRefusals.SearchPrefixTooShort();
        }
        return this;
    }

    /** Empty, with which every name begins, when no name is given. */
    String namePrefix() {
        return name == null ? "" : folded(name);
    }

    /** One character may fold into eighteen; of names that grow so, the beginning is enough to find them by. */
    static String folded(String name) {
        return Folded.of(name).prefix(FOLDED_MAX).value();
    }

    boolean matches(DrugDetails details) {
        return (ndc == null || ndc.equals(details.ndc()))
                && folded(details.name()).startsWith(namePrefix());
    }
}
