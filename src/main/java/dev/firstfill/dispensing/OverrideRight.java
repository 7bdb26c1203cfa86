package dev.firstfill.dispensing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who may decide that a closed gate does not hold a dispense up. */
@Schema(description = "Who may decide that a closed gate does not hold a dispense up.")
public enum OverrideRight {
    /** The rule is the law's, the payer's or the manufacturer's: the only way is to fulfil it. */
    @JsonProperty("nobody")
    NOBODY,
    /** A pharmacist's judgement. */
    @JsonProperty("pharmacist")
    PHARMACIST,
    /** The pharmacy's own money. */
    @JsonProperty("manager")
    MANAGER;

    /**
     * A judgement on the therapy and one on money are different things: a manager does not decide the first, nor a
     * pharmacist the second.
     */
    void mustBeAmong(Set<OverrideRight> callers) {
        if (this == NOBODY) {
            throw new DispensingRefusals.GateNotOverridable();
        }
        if (!callers.contains(this)) {
            throw new DispensingRefusals.OverrideNotYours(this);
        }
    }
}
