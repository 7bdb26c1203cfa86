package dev.firstfill.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a pharmacist decides on stock that waits. */
@Schema(description = "What a pharmacist decides on stock that waits.")
public enum Disposition {
    /** It is good and may be dispensed. */
    @JsonProperty("release")
    RELEASE,
    /** All of it is wasted. */
    @JsonProperty("destroy")
    DESTROY
}
