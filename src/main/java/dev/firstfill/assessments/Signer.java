package dev.firstfill.assessments;

import dev.firstfill.kernel.Colleague;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * Somebody who wants to sign.
 *
 * @param capacities as what they may; perhaps as nothing
 */
public record Signer(Colleague colleague, Set<Signatory> capacities) {
    public Signer {
        capacities = Set.copyOf(capacities);
    }

    /** @throws AssessmentRefusals.SignatoryNotTaken when the template takes none of what they are */
    Signature signature(TemplateContent content, Instant now) {
        var as = capacities.isEmpty() ? EnumSet.noneOf(Signatory.class) : EnumSet.copyOf(capacities);
        as.retainAll(content.signatories());
        return as.stream()
                .findFirst()
                .map(capacity -> new Signature(colleague, capacity, now))
                .orElseThrow(AssessmentRefusals.SignatoryNotTaken::new);
    }
}
