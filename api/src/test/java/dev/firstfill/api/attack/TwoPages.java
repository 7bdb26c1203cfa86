package dev.firstfill.api.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.Requests;
import dev.firstfill.api.testing.Tokens;
import dev.firstfill.tenancy.catalogue.Tenant;

/** A list of patients that is longer than a page. */
final class TwoPages {
    private TwoPages() {}

    static String nextCursor(Tenant pharmacy, String list) {
        Requests.patientNamed(pharmacy, "One", "First");
        Requests.patientNamed(pharmacy, "Two", "Second");
        var answer = Wire.send(Request.to("GET", list + "?limit=1").bearer(Tokens.of(pharmacy, Role.PHARMACY_MANAGER)));
        assertThat(answer.status()).isEqualTo(200);
        return answer.json().path("nextCursor").asText();
    }
}
