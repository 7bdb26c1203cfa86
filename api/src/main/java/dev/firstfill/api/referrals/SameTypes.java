package dev.firstfill.api.referrals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firstfill.api.problem.Problem.FieldError;
import dev.firstfill.api.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/**
 * The FHIR library takes a number in quotes for a number, and a number for a text. What it writes again has each as FHIR
 * has it, so where the two differ the document was wrong.
 */
final class SameTypes {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MISTAKES_MAX = 20;

    private SameTypes() {}

    /** @throws ProblemException invalid-body, with every place */
    static void demand(String sent, String writtenAgain) {
        var mistakes = new ArrayList<FieldError>();
        try {
            compare(JSON.readTree(sent), JSON.readTree(writtenAgain), "", mistakes);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
        if (!mistakes.isEmpty()) {
            throw ProblemException.invalidBody(mistakes);
        }
    }

    /** As deep as the guard lets a document be. */
    private static void compare(JsonNode sent, JsonNode again, String pointer, List<FieldError> mistakes) {
        if (sent.isMissingNode() || mistakes.size() == MISTAKES_MAX) {
            return;
        }
        if (sent.getNodeType() != again.getNodeType()) {
            mistakes.add(new FieldError(pointer, "wrong-type", "must be of the type that FHIR gives it"));
            return;
        }
        again.properties()
                .forEach(member -> compare(
                        sent.path(member.getKey()), member.getValue(), pointer + '/' + member.getKey(), mistakes));
        for (int i = 0; i < again.size() && again.isArray(); i++) {
            compare(sent.path(i), again.get(i), pointer + '/' + i, mistakes);
        }
    }
}
