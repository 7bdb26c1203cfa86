package dev.firstfill.api.inventory;

import dev.firstfill.inventory.RecallClass;
import dev.firstfill.inventory.RecallDepth;
import dev.firstfill.inventory.RecallNotice;
import dev.firstfill.kernel.Lists;
import dev.firstfill.kernel.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a notice of a recall says. */
@Schema(description = "What a notice of a recall says: recalls are by NDC and lot, not by drug.")
public record NewRecall(
        @NotBlank @Size(max = 36) @Schema(examples = "0074-0554-02", description = "The drug's id or NDC.")
        String drug,

        @NotEmpty @Size(max = 500) List<@NotBlank @OneLine @Size(max = 20) String> lotNumbers,

        @NotNull RecallClass recallClass,
        @NotNull RecallDepth depth,

        @NotBlank @OneLine @Size(max = 100) @Schema(examples = "D-0412-2026", description = "The number of the notice.")
        String reference,

        @Nullable @OneLine @Size(min = 1, max = 500) @Schema(description = "Names nobody; kept sealed.")
        String reason) {
    public NewRecall {
        lotNumbers = Lists.kept(lotNumbers);
    }

    RecallNotice notice() {
        return new RecallNotice(lotNumbers, recallClass, depth, reference, reason);
    }
}
