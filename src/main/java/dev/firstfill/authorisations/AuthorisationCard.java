package dev.firstfill.authorisations;

import dev.firstfill.identifiers.Bin;
import dev.firstfill.identifiers.MemberId;
import dev.firstfill.identifiers.Pcn;
import dev.firstfill.identifiers.RxGroup;
import dev.firstfill.patients.Coverage;
import org.jspecify.annotations.Nullable;

/** By what a payer knows the patient, as it was when it was asked. */
public record AuthorisationCard(
        MemberId memberId,
        @Nullable Bin bin,
        @Nullable Pcn pcn,
        @Nullable RxGroup group,
        @Nullable String personCode) {

    static AuthorisationCard of(Coverage coverage) {
        return new AuthorisationCard(
                coverage.memberId(), coverage.bin(), coverage.pcn(), coverage.group(), coverage.personCode());
    }

    @Override
    public String toString() {
        return "AuthorisationCard[hidden]";
    }
}
