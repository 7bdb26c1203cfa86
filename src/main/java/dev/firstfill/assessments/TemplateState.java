package dev.firstfill.assessments;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The life of one version of a template. It is published whole and checked, so there are no drafts of it.
 *
 * <pre>
 *   publish -> PUBLISHED -- retire --> RETIRED
 * </pre>
 *
 * The published version with the highest number is the present one. Retired ones take no new assessments; what was begun
 * with them is finished with them.
 */
public enum TemplateState {
    @JsonProperty("published")
    PUBLISHED,
    @JsonProperty("retired")
    RETIRED;

    TemplateState afterRetiring() {
        if (this == RETIRED) {
            throw new AssessmentRefusals.TemplateRetired();
        }
        return RETIRED;
    }
}
