package dev.firstfill.assessments;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a question's points measure. */
@Schema(
        description = "disease: points are summed up, and more is worse. adherence: the sum as a percentage of what the"
                + " answered questions could have given, and more is better.")
public enum Scale {
    @JsonProperty("disease")
    DISEASE,
    @JsonProperty("adherence")
    ADHERENCE
}
