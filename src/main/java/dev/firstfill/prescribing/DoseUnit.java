package dev.firstfill.prescribing;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.firstfill.drugs.PackageSize;

/** What a dose is counted or measured in: what packages are, and what is inside them. */
public enum DoseUnit {
    @JsonProperty("tablet")
    TABLET,
    @JsonProperty("capsule")
    CAPSULE,
    @JsonProperty("mL")
    MILLILITRE,
    @JsonProperty("g")
    GRAM,
    @JsonProperty("vial")
    VIAL,
    @JsonProperty("syringe")
    SYRINGE,
    @JsonProperty("pen")
    PEN,
    @JsonProperty("inhaler")
    INHALER,
    @JsonProperty("patch")
    PATCH,
    @JsonProperty("packet")
    PACKET,
    @JsonProperty("kit")
    KIT,
    @JsonProperty("each")
    EACH,
    @JsonProperty("mg")
    MILLIGRAM,
    @JsonProperty("mcg")
    MICROGRAM,
    /** An international unit, as of insulin; written out, because "U" and "IU" are misread. */
    @JsonProperty("unit")
    INTERNATIONAL_UNIT,
    @JsonProperty("puff")
    PUFF,
    @JsonProperty("drop")
    DROP;

    /** The names are the same on purpose. */
    boolean isThatOf(PackageSize.Unit unit) {
        return name().equals(unit.name());
    }
}
