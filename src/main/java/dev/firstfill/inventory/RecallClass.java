package dev.firstfill.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How dangerous the product is (21 CFR 7.3(m)). */
@Schema(description = "I: may harm seriously or kill; II: temporary or reversible harm; III: harm is unlikely.")
public enum RecallClass {
    @JsonProperty("I")
    I,
    @JsonProperty("II")
    II,
    @JsonProperty("III")
    III
}
