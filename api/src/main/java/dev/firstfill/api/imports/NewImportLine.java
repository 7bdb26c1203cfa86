package dev.firstfill.api.imports;

import dev.firstfill.imports.ImportKind;
import dev.firstfill.kernel.OneLine;
import dev.firstfill.prescribing.PastState;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One line of the file. */
@Schema(
        name = "ImportLine",
        description = "One line of the file; a body has one such document a line, in ascending order of line.")
public record NewImportLine(
        @NotNull
        @Min(1)
        @Max(1_000_000_000_000L)
        @Schema(examples = "1", description = "Its number in the file, by which it is accounted for.")
        Long line,

        @NotNull ImportKind kind,

        @NotBlank
        @OneLine
        @Size(max = 36)
        @Schema(examples = "mrn-000417", description = "Under which the other system has it; kept as a blind token.")
        String key,

        @Nullable @Schema(description = "Of prescriptions, and of nothing else: how the other system left it.")
        PastState state,

        @NotNull
        @Schema(
                description = "What POST /v1/patients, /v1/prescribers, /v1/drugs or /v1/prescriptions takes. Of a"
                        + " dispense: prescription, fillNumber (0 is the first), quantity, daysSupply, filledOn, state"
                        + " (shipped, delivered, reversed), shippedAt, deliveredAt, lots (each with lotNumber,"
                        + " expiresOn, quantity and perhaps ownership), and perhaps shipment (as a shipment is"
                        + " recorded) and note. Patients, prescribers, drugs and prescriptions are named by their keys"
                        + " in the other system.")
        Map<String, Object> record) {

    @AssertTrue(message = "state must be given when kind is prescription, and only then")
    boolean isStateOfPrescription() {
        return kind == null || (kind == ImportKind.PRESCRIPTION) == (state != null);
    }

    @Override
    public String toString() {
        return "NewImportLine[" + line + "]";
    }
}
