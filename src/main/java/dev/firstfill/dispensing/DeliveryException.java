package dev.firstfill.dispensing;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What went wrong on the way. */
@Schema(description = "What went wrong on the way.")
public enum DeliveryException {
    @JsonProperty("lost")
    LOST,
    @JsonProperty("damaged")
    DAMAGED,
    @JsonProperty("delayed")
    DELAYED,
    @JsonProperty("temperature-excursion")
    TEMPERATURE_EXCURSION,
    @JsonProperty("refused")
    REFUSED,
    @JsonProperty("nobody-there")
    NOBODY_THERE,
    @JsonProperty("address-wrong")
    ADDRESS_WRONG
}
