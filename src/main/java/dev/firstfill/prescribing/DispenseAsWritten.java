package dev.firstfill.prescribing;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether another product may be dispensed instead, and why: NCPDP field 408-D8, whose code is {@link #code}. */
@Schema(
        description =
                "Whether another product may be dispensed instead, and why: codes 0 to 9 of NCPDP field 408-D8, in"
                        + " their order.")
public enum DispenseAsWritten {
    @JsonProperty("no-selection")
    NO_SELECTION,
    @JsonProperty("not-allowed-by-prescriber")
    NOT_ALLOWED_BY_PRESCRIBER,
    @JsonProperty("patient-requested-product")
    PATIENT_REQUESTED_PRODUCT,
    @JsonProperty("pharmacist-selected-product")
    PHARMACIST_SELECTED_PRODUCT,
    @JsonProperty("generic-not-in-stock")
    GENERIC_NOT_IN_STOCK,
    @JsonProperty("brand-dispensed-as-generic")
    BRAND_DISPENSED_AS_GENERIC,
    @JsonProperty("override")
    OVERRIDE,
    @JsonProperty("brand-mandated-by-law")
    BRAND_MANDATED_BY_LAW,
    @JsonProperty("generic-not-in-marketplace")
    GENERIC_NOT_IN_MARKETPLACE,
    @JsonProperty("plan-requests-brand")
    PLAN_REQUESTS_BRAND;

    /** The digit that claims carry. */
    public int code() {
        return ordinal();
    }
}
