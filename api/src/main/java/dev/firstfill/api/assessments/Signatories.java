package dev.firstfill.api.assessments;

import dev.firstfill.api.security.Caller;
import dev.firstfill.api.security.Role;
import dev.firstfill.assessments.Signatory;
import dev.firstfill.assessments.Signer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** As what a caller's roles let one sign. */
public final class Signatories {
    private Signatories() {}

    public static Signer signer(Caller caller) {
        var capacities = caller.roles().stream().flatMap(Signatories::of).collect(Collectors.toSet());
        return new Signer(caller.asColleague(), capacities);
    }

    private static Stream<Signatory> of(Role role) {
        return switch (role) {
            case CLINICAL_PHARMACIST, DISPENSING_PHARMACIST -> Stream.of(Signatory.PHARMACIST);
            case ADHERENCE_NURSE -> Stream.of(Signatory.NURSE);
            default -> Stream.empty();
        };
    }
}
