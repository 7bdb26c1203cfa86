package dev.firstfill.api.audit;

import dev.firstfill.kernel.Disclosure;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One disclosure, as an accounting lists it. */
@Schema(name = "Disclosure", description = "Data of a patient that was given to somebody outside the pharmacy.")
public record DisclosureView(
        Instant madeAt,
        String recipient,
        @Nullable String recipientAddress,
        String description,
        String purpose,
        DisclosureBasis basis,

        @Schema(description = "Whether the patient is owed an account of it (45 CFR 164.528).")
        boolean accountable) {

    static DisclosureView of(Disclosure disclosure) {
        return new DisclosureView(
                disclosure.at(),
                disclosure.recipient(),
                disclosure.recipientAddress(),
                disclosure.description(),
                disclosure.purpose(),
                DisclosureBasis.of(disclosure.basis()),
                disclosure.basis().isAccountable());
    }

    @Override
    public String toString() {
        return "DisclosureView[hidden]";
    }
}
