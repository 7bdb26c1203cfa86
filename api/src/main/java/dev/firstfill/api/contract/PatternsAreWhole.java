package dev.firstfill.api.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Validation holds a whole value against its pattern, JSON Schema looks for the pattern anywhere in it. Anchors make
 * the contract say what the code does.
 */
@OpenApiFilter(stages = RunStage.BUILD)
public final class PatternsAreWhole implements OASFilter {
    /** What the generator writes for "not blank", and means as JSON Schema does. */
    private static final String NOT_BLANK = "\\S";

    @Override
    public Schema filterSchema(Schema schema) {
        var pattern = schema.getPattern();
        if (pattern != null && !pattern.equals(NOT_BLANK) && !pattern.startsWith("^")) {
            schema.setPattern("^(?:" + pattern + ")$");
        }
        return schema;
    }
}
