package dev.firstfill.api.tenants;

import dev.firstfill.tenancy.catalogue.NewTenant;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The wish to open a pharmacy. */
@Schema(name = "NewTenant", description = "A pharmacy to open on the platform.")
public record NewTenantBody(
        @NotNull
        @Pattern(regexp = "[a-z][a-z0-9-]{1,38}[a-z0-9]")
        @Schema(examples = "northgate", description = "Its name in commands and tokens; free again when it has left")
        String slug,

        @NotNull @Size(min = 1, max = 200) @Schema(examples = "Northgate Specialty Pharmacy")
        String name,

        @NotNull @Schema(examples = "America/New_York", implementation = String.class)
        ZoneId timeZone,

        @Schema(description = "Whether it will hold invented people only")
        boolean sandbox,

        @Nullable @Size(max = 40) @Schema(examples = "main", description = "The database node; main when absent")
        String node) {

    NewTenant toWish() {
        return node == null
                ? new NewTenant(slug, name, timeZone, sandbox)
                : new NewTenant(slug, name, timeZone, sandbox, node);
    }
}
