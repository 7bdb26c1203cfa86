package dev.firstfill.assessments;

import java.util.List;

/**
 * How often each value was answered, most frequent first.
 *
 * @param assessments how many assessments were counted; with several options chosen the values add up to more
 */
public record AnswerDistribution(long assessments, List<ValueCount> values) {
    public AnswerDistribution {
        values = List.copyOf(values);
    }
}
