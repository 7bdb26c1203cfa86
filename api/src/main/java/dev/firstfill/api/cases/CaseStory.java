package dev.firstfill.api.cases;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All that happened to a case, in order. */
@Schema(description = "All that happened to a case, in order: its timeline, and the ledger of its delays.")
public record CaseStory(List<CaseEventView> events) {}
