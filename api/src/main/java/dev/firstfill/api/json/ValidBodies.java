package dev.firstfill.api.json;

import dev.firstfill.api.problem.ProblemException;
import dev.firstfill.api.problem.Violations;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;

/** Applies merge patches and holds the outcome to the same rules as a body that was sent whole. */
@Singleton
public final class ValidBodies {
    private final JsonBodies bodies;
    private final Validator validator;

    ValidBodies(JsonBodies bodies, Validator validator) {
        this.bodies = bodies;
        this.validator = validator;
    }

    /** @throws ProblemException invalid-body when what comes out of the patch breaks the contract */
    public <T> T patched(T present, MergePatch patch, Class<T> type) {
        var outcome = bodies.read(patch.appliedTo(bodies.tree(present)), type);
        var violations = validator.validate(outcome);
        if (!violations.isEmpty()) {
            throw ProblemException.invalidBody(Violations.errors(violations));
        }
        return outcome;
    }
}
