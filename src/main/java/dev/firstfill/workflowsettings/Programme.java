package dev.firstfill.workflowsettings;

import dev.firstfill.clocks.ClockKind;
import dev.firstfill.clocks.SlaTarget;
import dev.firstfill.kernel.Lists;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How the pharmacy works for some drugs, or for all that no other programme names.
 *
 * @param drugs ids; none in the programme {@code default}
 * @param targets of the clocks; a clock without one does not run
 * @param refillLeadDays before the supply runs out
 * @param reauthoriseLeadDays before the payer's leave runs out
 * @param adherenceCallDays after a shipment
 */
@Schema(name = "WorkflowProgramme", description = "How the pharmacy works for some drugs.")
public record Programme(
        @NotBlank @Pattern(regexp = "[a-z][a-z0-9-]{0,39}") @Schema(examples = "default")
        String code,

        @NotBlank @Size(max = 80) String name,
        @Size(max = 200) List<@NotNull UUID> drugs,
        @Size(max = 10) Map<ClockKind, @NotNull SlaTarget> targets,
        Set<@NotNull RequiredStep> requires,
        @NotNull @Valid ContactRule unreachable,

        @Min(1) @Max(60) @Schema(description = "So many days before the supply runs out, a refill is due.")
        int refillLeadDays,

        @Min(1)
        @Max(120)
        @Schema(description = "So many days before a prior authorisation runs out, somebody is to renew it.")
        int reauthoriseLeadDays,

        @Min(1) @Max(120) @Schema(description = "So many days after a shipment, the patient is called.")
        int adherenceCallDays,

        @Min(1)
        @Max(60)
        @Schema(description = "So many business days a payer may take before the manufacturer helps out.")
        int bridgeAfterBusinessDays) {

    /** The programme of drugs that no other names. */
    public static final String DEFAULT = "default";

    @SuppressWarnings("NullAway")
    public Programme {
        drugs = Lists.kept(drugs);
        // In the order of their kinds, so that what is kept reads the same in every process.
        var ordered = new EnumMap<ClockKind, SlaTarget>(ClockKind.class);
        ordered.putAll(targets == null ? Map.of() : targets);
        targets = Collections.unmodifiableMap(ordered);
        var steps = EnumSet.noneOf(RequiredStep.class);
        steps.addAll(requires == null ? Set.of() : requires);
        requires = Collections.unmodifiableSet(steps);
    }
}
