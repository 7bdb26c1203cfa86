package dev.firstfill.drugs;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a drug is kept and how it travels. Whatever is not ambient needs the cold chain. */
@Schema(description = "ambient: 20–25 °C; refrigerated: 2–8 °C; frozen: −25 to −10 °C.")
public enum Storage {
    /** 20–25 °C. */
    @JsonProperty("ambient")
    AMBIENT,
    /** 2–8 °C. */
    @JsonProperty("refrigerated")
    REFRIGERATED,
    /** −25 to −10 °C. */
    @JsonProperty("frozen")
    FROZEN
}
