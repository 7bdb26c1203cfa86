package dev.firstfill.api.security;

import dev.firstfill.kernel.Colleague;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking, as the token says.
 *
 * @param subject the person's or program's id in Keycloak
 * @param username for people to read; never used to decide
 * @param client the program the token was issued to
 * @param organisation the Keycloak organisation's id; null for the platform's operator, who belongs to none
 * @param roles what the caller is, in that organisation
 */
public record Caller(
        String subject,
        String username,
        String client,
        @Nullable String organisation,
        Set<Role> roles) {

    static final String ATTRIBUTE = "firstfill.caller";

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** As the pharmacy's own records call the caller. */
    public Colleague asColleague() {
        return new Colleague(subject, username);
    }

    public boolean may(Permission permission) {
        return roles.stream().anyMatch(permission::isGivenTo);
    }
}
