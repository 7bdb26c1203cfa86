package dev.firstfill.customfields;

import java.util.List;

/** What became of one field's value. */
sealed interface Verdict {

    Verdict NOTHING = new Nothing();

    /** To be kept in this form. */
    record Good(Object value) implements Verdict {}

    /** None was given, and none is needed. */
    record Nothing() implements Verdict {}

    record Bad(List<CustomFieldProblem> problems) implements Verdict {}

    static Verdict refused(CustomFieldProblem problem) {
        return new Bad(List.of(problem));
    }
}
