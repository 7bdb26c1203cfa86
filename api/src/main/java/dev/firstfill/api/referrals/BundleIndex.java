package dev.firstfill.api.referrals;

import dev.firstfill.api.problem.Problem.FieldError;
import dev.firstfill.api.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * The resources of one bundle. References lead to what is in the bundle and nowhere else: nothing is ever fetched. Each
 * is followed one step, so a circle is no way round anything. Two resources of different kinds may share an address, as
 * they do in real bundles, so a reference is resolved to the kind that is expected.
 */
final class BundleIndex {
    private final List<Resource> resources = new ArrayList<>();
    private final Map<String, List<Resource>> byAddress = new HashMap<>();
    private final Map<Resource, Integer> entries = new IdentityHashMap<>();

    BundleIndex(Bundle bundle) {
        for (int i = 0; i < bundle.getEntry().size(); i++) {
            var entry = bundle.getEntry().get(i);
            var resource = entry.getResource();
            if (resource == null) {
                throw wrong("/entry/%d".formatted(i), "not-null", "must have a resource");
            }
            resources.add(resource);
            entries.put(resource, i);
            if (entry.getFullUrl() != null) {
                file(entry.getFullUrl(), resource);
            }
            if (resource.getIdElement().hasIdPart()) {
                file(resource.fhirType() + '/' + resource.getIdElement().getIdPart(), resource);
            }
        }
    }

    private void file(String address, Resource resource) {
        byAddress.computeIfAbsent(address, absent -> new ArrayList<>()).add(resource);
    }

    <R extends Resource> Stream<R> all(Class<R> kind) {
        return resources.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** @throws ProblemException when there is none, or more than one */
    static <R extends Resource> R one(Stream<R> those, String what) {
        var found = those.toList();
        if (found.size() != 1) {
            throw wrong("/entry", "exactly-one", "must have exactly one %s".formatted(what));
        }
        return found.get(0);
    }

    /** Empty when it leads nowhere in the bundle, or to another kind of resource. */
    <R extends Resource> Optional<R> at(Reference reference, Class<R> kind) {
        var address = reference.getReference();
        if (address == null) {
            return Optional.empty();
        }
        return byAddress.getOrDefault(address, List.of()).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }

    /** Whoever sends one patient's order with another one's data has mixed up two people. */
    void mustBeAbout(Resource patient, Reference subject, Resource of, String element) {
        boolean isSaid = subject.getReference() != null;
        if (isSaid && at(subject, patient.getClass()).filter(patient::equals).isEmpty()) {
            throw wrong(pointer(of) + '/' + element, "another-patient", "must be about the bundle's patient");
        }
    }

    String pointer(Resource resource) {
        return "/entry/%d/resource".formatted(entries.get(resource));
    }

    static ProblemException wrong(String pointer, String code, String message) {
        return ProblemException.invalidBody(List.of(new FieldError(pointer, code, message)));
    }
}
