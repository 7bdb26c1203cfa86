package dev.firstfill.api.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.firstfill.kernel.Disclosure;

/** What allowed a disclosure, as the contract calls it. */
public enum DisclosureBasis {
    @JsonProperty("treatment")
    TREATMENT,
    @JsonProperty("payment")
    PAYMENT,
    @JsonProperty("operations")
    OPERATIONS,
    @JsonProperty("to-the-individual")
    TO_THE_INDIVIDUAL,
    @JsonProperty("authorisation")
    AUTHORISATION,
    @JsonProperty("limited-data-set")
    LIMITED_DATA_SET,
    @JsonProperty("required-by-law")
    REQUIRED_BY_LAW,
    @JsonProperty("public-health")
    PUBLIC_HEALTH,
    @JsonProperty("adverse-event-report")
    ADVERSE_EVENT_REPORT,
    @JsonProperty("health-oversight")
    HEALTH_OVERSIGHT,
    @JsonProperty("judicial")
    JUDICIAL,
    @JsonProperty("law-enforcement")
    LAW_ENFORCEMENT,
    @JsonProperty("research-waiver")
    RESEARCH_WAIVER,
    @JsonProperty("serious-threat")
    SERIOUS_THREAT,
    @JsonProperty("workers-compensation")
    WORKERS_COMPENSATION,
    @JsonProperty("by-mistake")
    BY_MISTAKE;

    Disclosure.Basis inLedger() {
        return Disclosure.Basis.valueOf(name());
    }

    static DisclosureBasis of(Disclosure.Basis basis) {
        return valueOf(basis.name());
    }
}
