package dev.firstfill.customfields;

import dev.firstfill.kernel.Refusal;
import java.util.List;

/** Custom fields, or the definition of one, break rules: all of them are named. */
public final class CustomFieldsRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    // Refusals are serializable by descent only; nobody serializes them.
    private final transient List<CustomFieldProblem> problems;

    CustomFieldsRefused(List<CustomFieldProblem> problems) {
        super(Kind.UNPROCESSABLE, "custom-fields-refused", "Custom fields break the rules set for them.");
        this.problems = List.copyOf(problems);
    }

    public List<CustomFieldProblem> problems() {
        return problems;
    }
}
