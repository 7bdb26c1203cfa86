package dev.firstfill.api.inventory;

import dev.firstfill.inventory.Disposition;
import dev.firstfill.kernel.Lists;
import dev.firstfill.kernel.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A pharmacist's decision on what an excursion touched. */
@Schema(description = "A pharmacist's decision on what an excursion touched.")
public record NewExcursionDisposition(
        @Size(max = 200) @Schema(description = "The ids of the lots; all that wait when empty or absent.")
        List<@NotNull UUID> lots,

        @NotNull Disposition decision,

        @NotBlank
        @OneLine
        @Size(max = 500)
        @Schema(
                examples = "Helix stability data: stable for 48 h at up to 15 °C",
                description = "What the manufacturer says of the drug's stability; kept sealed.")
        String basis) {
    public NewExcursionDisposition {
        lots = Lists.kept(lots);
    }

    @Override
    public String toString() {
        return "NewExcursionDisposition[hidden]";
    }
}
