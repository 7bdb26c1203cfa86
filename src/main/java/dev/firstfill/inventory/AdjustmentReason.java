package dev.firstfill.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why the book is corrected. A closed list, because it is reported. */
@Schema(description = "Why the book is corrected.")
public enum AdjustmentReason {
    @JsonProperty("miscounted")
    MISCOUNTED,
    @JsonProperty("data-entry-error")
    DATA_ENTRY_ERROR,
    @JsonProperty("lost")
    LOST,
    @JsonProperty("found")
    FOUND,
    @JsonProperty("theft")
    THEFT,
    /** More or less in the package than it says. */
    @JsonProperty("package-content")
    PACKAGE_CONTENT,
    @JsonProperty("other")
    OTHER
}
