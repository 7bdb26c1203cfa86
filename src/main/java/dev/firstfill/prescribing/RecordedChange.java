package dev.firstfill.prescribing;

import dev.firstfill.kernel.Colleague;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a prescription, as the pharmacy's people read it.
 *
 * @param from the state before; empty when it was entered
 * @param reason of the closed list that belongs to the kind
 * @param words null when the patient was erased since
 */
public record RecordedChange(
        UUID id,
        Instant at,
        Colleague by,
        ChangeKind kind,
        Optional<PrescriptionState> from,
        PrescriptionState to,
        Optional<String> reason,
        @Nullable ChangeWords words) {}
