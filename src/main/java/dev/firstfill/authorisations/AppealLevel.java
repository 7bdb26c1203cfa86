package dev.firstfill.authorisations;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Before whom a denial is appealed, one after the other. */
@Schema(description = "Before whom a denial is appealed, one after the other.")
public enum AppealLevel {
    /** The plan itself; of Medicare the redetermination. */
    @JsonProperty("internal")
    INTERNAL,
    /** Once more, of Medicare by the independent review entity. Many commercial plans have no such level. */
    @JsonProperty("reconsideration")
    RECONSIDERATION,
    /** Somebody who is not the plan: external review, an administrative law judge, a state's fair hearing. */
    @JsonProperty("external")
    EXTERNAL;

    /** Whether it may follow; the second may be left out, the first may not. @param last null when there was none */
    boolean mayFollow(@Nullable AppealLevel last) {
        return last == null ? this == INTERNAL : compareTo(last) > 0;
    }
}
