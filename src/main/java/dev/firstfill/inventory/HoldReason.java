package dev.firstfill.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why stock must not be dispensed for now. */
@Schema(name = "StockHoldReason", description = "Why the stock must not be dispensed for now.")
public enum HoldReason {
    /** Perhaps counterfeit, diverted or stolen (DSCSA, 21 U.S.C. 360eee(21)). */
    @JsonProperty("suspect-product")
    SUSPECT_PRODUCT,
    @JsonProperty("temperature")
    TEMPERATURE,
    @JsonProperty("package-damaged")
    PACKAGE_DAMAGED,
    @JsonProperty("paperwork")
    PAPERWORK,
    @JsonProperty("other")
    OTHER
}
