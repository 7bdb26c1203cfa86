package dev.firstfill.api.referrals;

import dev.firstfill.api.json.JsonBodies;
import dev.firstfill.api.json.SentDocument;
import dev.firstfill.api.problem.ProblemException;
import dev.firstfill.api.problem.Violations;
import dev.firstfill.referrals.NewReferral;
import dev.firstfill.referrals.ReferralSource;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.time.ZoneId;

/** Reads what was sent, in either form. */
@Singleton
class ReferralReading {
    private final JsonBodies bodies;
    private final Validator validator;
    private final BundleReader bundles;

    ReferralReading(JsonBodies bodies, Validator validator, BundleReader bundles) {
        this.bodies = bodies;
        this.validator = validator;
        this.bundles = bundles;
    }

    /** @param zone where the pharmacy is */
    NewReferral read(SentDocument<?> sent, ZoneId zone) {
        if (sent.isFhir()) {
            var order = bundles.read(sent.bytes(), zone);
            return new NewReferral(ReferralSource.EMR, order, sent.mediaType(), sent.bytes());
        }
        SentReferral typed = bodies.read(sent.bytes(), SentReferral.class);
        var violations = validator.validate(typed);
        if (!violations.isEmpty()) {
            throw ProblemException.invalidBody(Violations.errors(violations));
        }
        return new NewReferral(typed.source(), typed.order(), sent.mediaType(), sent.bytes());
    }
}
