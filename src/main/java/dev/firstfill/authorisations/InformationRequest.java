package dev.firstfill.authorisations;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a payer wants to know before it decides.
 *
 * @param asked in its words
 * @param answerUntil the last day to answer; null when it named none
 */
public record InformationRequest(String asked, @Nullable LocalDate answerUntil) {
    @Override
    public String toString() {
        return "InformationRequest[hidden]";
    }
}
