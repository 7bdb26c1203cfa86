package dev.firstfill.assessments;

import dev.firstfill.kernel.Colleague;
import java.time.Instant;

/** Who stands for an assessment, as what, since when. */
public record Signature(Colleague by, Signatory as, Instant at) {}
