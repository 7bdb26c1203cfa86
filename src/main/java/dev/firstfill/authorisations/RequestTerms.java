package dev.firstfill.authorisations;

import dev.firstfill.benefits.PayerKind;
import dev.firstfill.patients.Coverage;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** What of a request says nothing of whose it is. */
@Embeddable
public record RequestTerms(
        @Enumerated(EnumType.STRING) @Column(name = "payer_kind")
        PayerKind payerKind,

        @Enumerated(EnumType.STRING) @Column(name = "benefit")
        Coverage.Benefit benefit,

        @Enumerated(EnumType.STRING) @Column(name = "channel")
        AuthorisationChannel channel,

        @Enumerated(EnumType.STRING) @Column(name = "urgency")
        Urgency urgency) {

    static RequestTerms of(AuthorisationRequest request) {
        return new RequestTerms(request.payerKind(), request.benefit(), request.channel(), request.urgency());
    }
}
