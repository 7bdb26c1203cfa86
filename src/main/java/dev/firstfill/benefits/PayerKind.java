package dev.firstfill.benefits;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Under which law a payer pays: it decides how fast it must answer, and whether a manufacturer may help to pay. */
@Schema(description = "Under which law a payer pays. Employees of the federal government (FEHB) are commercial.")
public enum PayerKind {
    /** A private plan, employers' plans and the federal employees' own (FEHB) included. */
    @JsonProperty("commercial")
    COMMERCIAL,
    @JsonProperty("medicare-part-d")
    MEDICARE_PART_D,
    /** Drugs under the medical benefit of traditional Medicare. */
    @JsonProperty("medicare-part-b")
    MEDICARE_PART_B,
    /** Drugs under the medical benefit of a private Medicare plan. */
    @JsonProperty("medicare-advantage")
    MEDICARE_ADVANTAGE,
    @JsonProperty("medicaid")
    MEDICAID,
    /** Medicare and Medicaid: Part D pays for drugs first. */
    @JsonProperty("dual-eligible")
    DUAL_ELIGIBLE,
    @JsonProperty("chip")
    CHIP,
    @JsonProperty("tricare")
    TRICARE,
    @JsonProperty("va")
    VA,
    @JsonProperty("uninsured")
    UNINSURED;

    /**
     * Whether the payer is a federal health care program: one funded wholly or in part by the United States, other than
     * FEHB, or a state's program under titles V, XIX, XX and XXI (42 U.S.C. 1320a-7b(f)).
     */
    public boolean isFederalProgram() {
        return switch (this) {
            case COMMERCIAL, UNINSURED -> false;
            case MEDICARE_PART_D, MEDICARE_PART_B, MEDICARE_ADVANTAGE, MEDICAID, DUAL_ELIGIBLE, CHIP, TRICARE, VA ->
                true;
        };
    }

    public boolean isInsurance() {
        return this != UNINSURED;
    }

    /** As the API calls it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
