package dev.firstfill.api.sandbox;

import dev.firstfill.tenancy.catalogue.Tenant;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What time it is in a sandbox pharmacy. */
@Schema(name = "SandboxClock", description = "What time it is in a sandbox pharmacy.")
public record SandboxClockView(
        @Schema(
                examples = "2026-07-01T13:00:00Z",
                description = "What the clock shows; real time until it is first set")
        Instant now,

        @Schema(
                examples = "America/New_York",
                implementation = String.class,
                description = "Where the pharmacy's days end")
        ZoneId timeZone,

        @Schema(description = "Whether the clock was set and stands still between advances")
        boolean frozen,

        @Nullable
        @Schema(
                description =
                        "Only when so much falls due on the way that the clock has not come to the time asked for:"
                                + " send the same again, and it goes on")
        Instant advancingTo) {

    static SandboxClockView of(Tenant tenant, Optional<Instant> stands, Instant real) {
        return new SandboxClockView(stands.orElse(real), tenant.timeZone(), stands.isPresent(), null);
    }

    static SandboxClockView advanced(Tenant tenant, Instant stands, Instant target) {
        return new SandboxClockView(stands, tenant.timeZone(), true, stands.isBefore(target) ? target : null);
    }
}
