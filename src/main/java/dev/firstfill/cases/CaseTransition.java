package dev.firstfill.cases;

import dev.firstfill.clocks.Party;
import dev.firstfill.identifiers.NcpdpProviderId;
import dev.firstfill.workflowsettings.RequiredStep;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A move that somebody wants to make, with what it is made on.
 *
 * @param reason asked for by moves that interrupt or end a case
 * @param benefits asked for by moves that end an investigation
 * @param funding who pays what the plan does not; only with {@code schedule-welcome-call}
 * @param until asked for by {@code hold}
 * @param waitsFor asked for by {@code request-information}
 * @param information what is asked for, as codes; only with {@code request-information}
 * @param transferTo the pharmacy that goes on; only with {@code transfer}
 * @param done steps that the programme asks for and that are done now
 */
@Schema(name = "NewCaseTransition", description = "A move that is to be made, with what it is made on.")
public record CaseTransition(
        @NotNull CaseMove move,
        @Nullable MoveReason reason,
        @Size(min = 1, max = 2000) @Nullable String note,
        @Valid @Nullable BenefitsFound benefits,
        @Valid @Nullable FundingFound funding,

        @Nullable @Schema(description = "The day on which somebody looks at a held case again.")
        LocalDate until,

        @Nullable @Schema(description = "Who has what is asked for.")
        Party waitsFor,

        @Size(max = 20) @Nullable List<@NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,59}") String> information,

        @Nullable @Schema(description = "The pharmacy that goes on.")
        NcpdpProviderId transferTo,

        @Nullable Set<@NotNull RequiredStep> done) {

    static CaseTransition of(CaseMove move) {
        return new CaseTransition(move, null, null, null, null, null, null, null, null, null);
    }

    static CaseTransition of(CaseMove move, MoveReason reason) {
        return new CaseTransition(move, reason, null, null, null, null, null, null, null, null);
    }

    @Override
    public String toString() {
        return "CaseTransition[%s]".formatted(move);
    }
}
