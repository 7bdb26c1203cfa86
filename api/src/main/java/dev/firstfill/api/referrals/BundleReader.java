package dev.firstfill.api.referrals;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import dev.firstfill.api.problem.Problem.FieldError;
import dev.firstfill.api.problem.ProblemException;
import dev.firstfill.api.problem.Violations;
import dev.firstfill.referrals.ReferralOrder;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.time.ZoneId;
import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;

/** Reads referrals in FHIR R4. Blocking, and not for the event loop: a bundle may have two megabytes. */
@Singleton
class BundleReader {
    private final FhirContext fhir = FhirContext.forR4();
    private final Validator validator;

    BundleReader(Validator validator) {
        this.validator = validator;
    }

    /**
     * The library learns FHIR from its own classes, which takes seconds: before the first bundle comes, and beside the
     * program's start.
     */
    void learn(@Observes StartupEvent start) {
        Infrastructure.getDefaultWorkerPool()
                .execute(() -> parsed("{\"resourceType\": \"Bundle\", \"type\": \"collection\"}"));
    }

    /**
     * @param zone where the pharmacy is, for an order that says its day alone
     * @throws ProblemException malformed-json, or invalid-body with pointers into the bundle
     */
    ReferralOrder read(byte[] document, ZoneId zone) {
        var bundle = parsed(BundleGuard.checked(document));
        var index = new BundleIndex(bundle);
        var reading = new ReferralInBundle(index, zone);
        var order = reading.order();
        var violations = validator.validate(order);
        if (!violations.isEmpty()) {
            var places = reading.places();
            throw ProblemException.invalidBody(Violations.errors(violations).stream()
                    .map(error -> new FieldError(inBundle(error.pointer(), places), error.code(), error.message()))
                    .toList());
        }
        return order;
    }

    private Bundle parsed(String text) {
        var mistakes = new FhirMistakes();
        var parser = fhir.newJsonParser().setParserErrorHandler(mistakes);
        parser.setOverrideResourceIdWithBundleEntryFullUrl(false);
        try {
            var bundle = parser.parseResource(Bundle.class, text);
            mistakes.orRefuse();
            SameTypes.demand(text, fhir.newJsonParser().encodeResourceToString(bundle));
            return bundle;
        } catch (DataFormatException | ClassCastException | IllegalArgumentException | NullPointerException notFhir) {
            // The message quotes what was sent. The library means the last three for its callers' mistakes, and
            // throws them for a document's, too.
            mistakes.orRefuse();
            throw BundleIndex.wrong("", "fhir", "must be a Bundle of FHIR R4");
        }
    }

    /** The first step of the pointer says which resource it was; what is below has other names in FHIR. */
    private static String inBundle(String pointer, Map<String, String> places) {
        var steps = pointer.split("/", 3);
        return steps.length < 2 ? "/entry" : places.getOrDefault(steps[1], "/entry");
    }
}
