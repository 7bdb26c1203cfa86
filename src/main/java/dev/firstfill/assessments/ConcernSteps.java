package dev.firstfill.assessments;

import dev.firstfill.kernel.Lists;
import java.util.ArrayList;
import java.util.List;

/** What was done about a concern, in its order: the document in its row. */
record ConcernSteps(List<ConcernStep> steps) {
    static final ConcernSteps NONE = new ConcernSteps(List.of());

    ConcernSteps {
        steps = Lists.kept(steps);
    }

    ConcernSteps with(ConcernStep step) {
        var more = new ArrayList<>(steps);
        more.add(step);
        return new ConcernSteps(more);
    }
}
