package dev.firstfill.api.customfields;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All fields that a pharmacy defined. */
@Schema(description = "All fields that the pharmacy defined, at most 100, in the order they were defined.")
public record CustomFieldList(List<CustomFieldView> items) {}
