package dev.firstfill.drugs;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a drug is kept and how it travels. Whatever is not ambient needs the cold chain. */
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
