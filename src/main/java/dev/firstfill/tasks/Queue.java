package dev.firstfill.tasks;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a task waits for somebody whose work it is. */
@Schema(name = "TaskQueue", description = "Where a task waits for somebody whose work it is.")
public enum Queue {
    @JsonProperty("intake")
    INTAKE,
    @JsonProperty("benefits-investigation")
    BENEFITS_INVESTIGATION,
    @JsonProperty("prior-authorisation")
    PRIOR_AUTHORISATION,
    @JsonProperty("appeals")
    APPEALS,
    @JsonProperty("financial")
    FINANCIAL,
    @JsonProperty("clinical")
    CLINICAL,
    @JsonProperty("fulfilment")
    FULFILMENT,
    @JsonProperty("delivery-exception")
    DELIVERY_EXCEPTION,
    @JsonProperty("adherence")
    ADHERENCE,
    @JsonProperty("data-quality")
    DATA_QUALITY,
    @JsonProperty("partner-inquiry")
    PARTNER_INQUIRY;

    /** As the contract calls it. */
    public String wireName() {
        return WireName.of(this);
    }

    /** Of its name in the contract. */
    public static Queue fromString(String name) {
        return WireName.read(Queue.class, name);
    }
}
