package dev.firstfill.api.prescribers;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whoever a search found. */
@Schema(description = "Whoever a search found, at most 50, in order of their family names.")
public record PrescriberMatches(List<PrescriberView> items) {}
