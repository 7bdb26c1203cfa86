package dev.firstfill.inventory;

import dev.firstfill.kernel.Lists;
import dev.firstfill.kernel.Money;
import dev.firstfill.kernel.OneLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One line of a delivery. What the bar code says need not be typed, and must not be contradicted. */
@Schema(description = "One line of a delivery. What the bar code says need not be typed, and must not be contradicted.")
public record ReceiptLine(
        @Nullable
        @Size(min = 1, max = 120)
        @Schema(
                examples = "(01)00300740554024(17)281130(10)HX4471A(21)700012",
                description = "The package's GS1 DataMatrix, as scanned or as printed beside it.")
        String barcode,

        @Nullable @Size(min = 1, max = 36) @Schema(examples = "0074-0554-02", description = "The drug's id or NDC.")
        String drug,

        @Nullable
        @Positive
        @DecimalMax("999999.999")
        @Digits(integer = 6, fraction = 3)
        @Schema(examples = "10", description = "In units of the drug's package; one whole package when absent.")
        BigDecimal quantity,

        @Nullable @OneLine @Pattern(regexp = "\\S(.*\\S)?") @Size(min = 1, max = 20) @Schema(examples = "HX4471A")
        String lotNumber,

        @Nullable
        @Pattern(regexp = "[0-9]{4}-[0-9]{2}(-[0-9]{2})?")
        @Schema(examples = "2028-11", description = "The last day of use; a month alone means its last day.")
        String expiresOn,

        @Size(max = 200) @Schema(description = "Serial numbers of packages that were not scanned.")
        List<@NotBlank @OneLine @Size(max = 20) String> serials,

        @NotNull Ownership ownership,

        @Nullable
        @OneLine
        @Size(min = 1, max = 120)
        @Schema(description = "Whose it is; given unless the pharmacy owns it.", examples = "Helix Therapeutics")
        String owner,

        @Nullable
        @Size(min = 1, max = 36)
        @Schema(description = "Of client-owned stock: the patient, by id or number, for whom alone it is kept.")
        String patient,

        @NotBlank
        @OneLine
        @Size(max = 80)
        @Schema(examples = "Refrigerator 2", description = "The stock location's id or name.")
        String location,

        @Nullable @OneLine @Size(min = 1, max = 40) @Schema(examples = "B-14")
        String bin,

        @Nullable @Valid Money unitCost) {
    public ReceiptLine {
        serials = Lists.kept(serials);
    }
}
