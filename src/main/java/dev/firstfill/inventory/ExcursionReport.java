package dev.firstfill.inventory;

import dev.firstfill.kernel.Lists;
import dev.firstfill.kernel.OneLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Stock was too warm or too cold. */
@Schema(name = "NewExcursion", description = "Stock was too warm or too cold; all of it goes into quarantine at once.")
public record ExcursionReport(
        @NotBlank
        @OneLine
        @Size(max = 80)
        @Schema(examples = "Refrigerator 2", description = "The stock location's id or name.")
        String location,

        @NotEmpty
        @Size(max = 1000)
        @Schema(description = "At equal intervals; the first and the last say how long it took.")
        List<@NotNull @Valid TemperatureReading> readings,

        @Size(max = 200) @Schema(description = "The lots it touched; all that lies there when empty or absent.")
        List<@NotNull UUID> lots,

        @Nullable @OneLine @Size(min = 1, max = 500) @Schema(description = "What happened; kept sealed.")
        String note) {
    public ExcursionReport {
        readings = Lists.kept(readings);
        lots = Lists.kept(lots);
    }
}
