package dev.firstfill.api.drugs;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whatever a search found. */
@Schema(description = "Whatever a search found, at most 50, in order of their names.")
public record DrugMatches(List<DrugView> items) {}
