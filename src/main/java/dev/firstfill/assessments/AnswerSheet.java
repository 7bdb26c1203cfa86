package dev.firstfill.assessments;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers by the codes of their questions. */
public record AnswerSheet(Map<String, Answer> answers) {
    public AnswerSheet {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    /** As JSON writes them. */
    public Map<String, Object> plain() {
        var plain = new LinkedHashMap<String, Object>();
        answers.forEach((question, answer) -> plain.put(question, answer.plain()));
        return plain;
    }

    /** Those in words only. */
    Map<String, String> words() {
        var words = new LinkedHashMap<String, String>();
        answers.forEach((question, answer) -> {
            if (answer instanceof Answer.Words(var text)) {
                words.put(question, text);
            }
        });
        return words;
    }

    @Override
    public String toString() {
        return "AnswerSheet[hidden]";
    }
}
