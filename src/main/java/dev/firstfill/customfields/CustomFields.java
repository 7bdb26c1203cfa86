package dev.firstfill.customfields;

import static dev.firstfill.customfields.CustomFieldRule.DEFINITION_COUNT;
import static dev.firstfill.customfields.CustomFieldRule.DEFINITION_KEY_REPEATED;
import static dev.firstfill.customfields.CustomFieldRule.TOO_MANY;
import static dev.firstfill.customfields.CustomFieldRule.UNKNOWN;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All fields that a pharmacy defined for its patients. */
public record CustomFields(List<CustomFieldDefinition> definitions) {

    /** Several times what pharmacies use; past it, a patient's record becomes a database of its own. */
    public static final int MAX_DEFINITIONS = 100;

    public CustomFields {
        definitions = List.copyOf(definitions);
        var problems = problems(definitions);
        if (!problems.isEmpty()) {
            throw new CustomFieldsRefused(problems);
        }
    }

    /** For a patient who has no values yet. */
    public static CustomFieldsCheck check(
            Map<String, ? extends @Nullable Object> values, List<CustomFieldDefinition> definitions) {
        return new CustomFields(definitions).check(values, Map.of());
    }

    /**
     * Checks the values that are to replace those a patient has. Nulls, blank texts and empty lists count as not given.
     *
     * @param kept the values the patient has now: those of archived fields are carried over
     */
    public CustomFieldsCheck check(Map<String, ? extends @Nullable Object> given, Map<String, Object> kept) {
        // Every value would get its own problem, so their number is bounded first.
        if (given.size() > MAX_DEFINITIONS) {
            return new CustomFieldsCheck.Refused(List.of(TOO_MANY.at("", MAX_DEFINITIONS)));
        }
        var values = new LinkedHashMap<String, Object>();
        var problems = undefined(given);
        for (var definition : definitions) {
            switch (definition.judge(given.get(definition.key()), kept.get(definition.key()))) {
                case Verdict.Good(var value) -> values.put(definition.key(), value);
                case Verdict.Bad(var found) -> problems.addAll(found);
                case Verdict.Nothing nothing -> {}
            }
        }
        return problems.isEmpty() ? new CustomFieldsCheck.Accepted(values) : new CustomFieldsCheck.Refused(problems);
    }

    /** The values that may be shown. */
    public Map<String, Object> shown(Map<String, Object> values, CustomFieldSight sight) {
        if (sight == CustomFieldSight.ALL) {
            return values;
        }
        var shown = new LinkedHashMap<>(values);
        sensitive().forEach(shown::remove);
        return shown;
    }

    /**
     * Completes values given by somebody who may not have seen all: what they could not see they did not mean to take
     * away. Whatever they give themselves counts, since people enter what they may not read afterwards.
     */
    public Map<String, Object> completed(
            Map<String, Object> given, Map<String, Object> present, CustomFieldSight sight) {
        if (sight == CustomFieldSight.ALL) {
            return given;
        }
        var completed = new LinkedHashMap<>(given);
        sensitive().filter(present::containsKey).forEach(key -> completed.putIfAbsent(key, present.get(key)));
        return completed;
    }

    private Stream<String> sensitive() {
        return definitions.stream().filter(CustomFieldDefinition::sensitive).map(CustomFieldDefinition::key);
    }

    private List<CustomFieldProblem> undefined(Map<String, ?> given) {
        var defined = definitions.stream().map(CustomFieldDefinition::key).collect(Collectors.toSet());
        return given.keySet().stream()
                .filter(key -> !defined.contains(key))
                .map(key -> UNKNOWN.at(pointer(key)))
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** What cannot be a key may be anything, a patient's name included, and is not repeated. */
    private static String pointer(String key) {
        return DefinitionCheck.KEY.matcher(key).matches() ? "/" + key : "";
    }

    private static List<CustomFieldProblem> problems(List<CustomFieldDefinition> definitions) {
        if (definitions.size() > MAX_DEFINITIONS) {
            return List.of(DEFINITION_COUNT.at("", MAX_DEFINITIONS));
        }
        var keys = new HashSet<String>();
        return definitions.stream()
                .filter(definition -> !keys.add(definition.key()))
                .map(definition -> DEFINITION_KEY_REPEATED.at("/key"))
                .toList();
    }
}
