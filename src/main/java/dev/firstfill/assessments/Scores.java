package dev.firstfill.assessments;

import org.jspecify.annotations.Nullable;

/**
 * What the answers came to.
 *
 * @param score sum of the points on the scale of the disease; null when no such question was answered
 * @param band the code of what the score means, where the template says so
 * @param adherence percent of the points that the answered questions about adherence could have given; null likewise
 */
public record Scores(
        @Nullable Integer score,
        @Nullable String band,
        @Nullable Integer adherence,
        @Nullable String adherenceBand) {
    static final Scores NONE = new Scores(null, null, null, null);
}
