package dev.firstfill.dispensing;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.firstfill.kernel.OneLine;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A way of packing that was qualified, by the pharmacy's own tests, to keep a temperature for so many hours in that
 * season (USP 1079).
 *
 * @param packOut its id in the pharmacy's qualification records
 * @param holdHours how long it was seen to keep the temperature
 */
@Schema(description = "A way of packing that was qualified to keep a temperature for so long.")
public record ColdPack(
        @NotBlank @OneLine @Size(max = 40) @Schema(examples = "PO-48-SUMMER")
        String packOut,

        @Min(1) @Max(240) @Schema(examples = "48") int holdHours,

        @NotNull Season season) {

    /** For which weather it was qualified. */
    @Schema(name = "PackingSeason")
    public enum Season {
        @JsonProperty("summer")
        SUMMER,
        @JsonProperty("winter")
        WINTER,
        @JsonProperty("all-year")
        ALL_YEAR
    }
}
