package dev.firstfill.prescribing;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a request for a renewal stands; what is answered stays so. */
@Schema(description = "How a request for a renewal stands.")
public enum RenewalState {
    @JsonProperty("open")
    OPEN,
    /** There is a new prescription. */
    @JsonProperty("approved")
    APPROVED,
    @JsonProperty("denied")
    DENIED,
    @JsonProperty("withdrawn")
    WITHDRAWN
}
