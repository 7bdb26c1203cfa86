package dev.firstfill.authorisations;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a payer is asked. */
@Schema(description = "How a payer is asked: electronically by the platform, or by somebody otherwise.")
public enum AuthorisationChannel {
    /** Electronically: the platform asks, and hears the answer. */
    @JsonProperty("epa")
    EPA,
    @JsonProperty("portal")
    PORTAL,
    @JsonProperty("fax")
    FAX,
    @JsonProperty("phone")
    PHONE
}
