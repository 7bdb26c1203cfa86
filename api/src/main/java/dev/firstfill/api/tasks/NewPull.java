package dev.firstfill.api.tasks;

import dev.firstfill.identifiers.UsState;
import dev.firstfill.kernel.Lists;
import dev.firstfill.tasks.PullWish;
import dev.firstfill.tasks.Queue;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody could do next. */
@Schema(
        name = "NewTaskPull",
        description = "What somebody could do next. There is no directory of colleagues yet, so licences and skills are"
                + " what the caller says they are.")
public record NewPull(
        @NotEmpty @Size(max = 11) @Schema(description = "To pull from: among those that the caller's roles work.")
        List<@NotNull Queue> queues,

        @Size(max = 70) @Schema(description = "The states in which the caller has a licence.")
        List<@NotNull UsState> licences,

        @Size(max = 20) @Schema(description = "What the caller is good at.")
        List<@NotNull @Pattern(regexp = NewTaskBody.SKILL) String> skills) {

    public NewPull {
        queues = Lists.kept(queues);
        licences = Lists.kept(licences);
        skills = Lists.kept(skills);
    }

    PullWish wish() {
        return new PullWish(Set.copyOf(queues), Set.copyOf(licences), Set.copyOf(skills));
    }
}
