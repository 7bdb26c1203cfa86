package dev.firstfill.patients;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A person's name as the person writes it. */
public record PersonName(
        @NotBlank @Size(max = 80) String given,
        @Nullable @Size(max = 80) String middle,
        @NotBlank @Size(max = 80) String family,
        @Nullable @Size(max = 20) String suffix) {

    @Override
    public String toString() {
        return "PersonName[hidden]";
    }
}
