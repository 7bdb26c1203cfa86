package dev.firstfill.api.security;

import dev.firstfill.api.problem.ProblemException;
import dev.firstfill.api.problem.ProblemType;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What data is wanted for; it stands in the audit record of every access. A caller says so with {@value #HEADER}, or
 * it follows from the role.
 *
 * @see <a href="https://terminology.hl7.org/ValueSet-v3-PurposeOfUse.html">HL7 v3 PurposeOfUse</a>
 */
public enum PurposeOfUse {
    TREATMENT,
    PAYMENT,
    OPERATIONS,
    PATIENT_REQUEST,
    PUBLIC_HEALTH,
    LEGAL,
    EMERGENCY;

    public static final String HEADER = "X-Purpose-Of-Use";

    private static final Set<Role> PAYS =
            Set.of(Role.BENEFITS_INVESTIGATOR, Role.PA_SPECIALIST, Role.FINANCIAL_NAVIGATOR, Role.BILLER);
    private static final Set<Role> OPERATES =
            Set.of(Role.PHARMACY_MANAGER, Role.PRIVACY_OFFICER, Role.TENANT_ADMINISTRATOR, Role.PLATFORM_OPERATOR);

    /** @throws ProblemException when the header says something else than one of these */
    static PurposeOfUse of(@Nullable String header, Set<Role> roles) {
        if (header == null) {
            return usual(roles);
        }
        return Arrays.stream(values())
                .filter(purpose -> purpose.name().equals(header))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.INVALID_PARAMETER,
                        "%s must be one of %s."
                                .formatted(
                                        HEADER,
                                        Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", ")))));
    }

    /** Whoever has several roles treats, if one of them does: that is what they are mostly there for. */
    static PurposeOfUse usual(Set<Role> roles) {
        if (!roles.isEmpty() && OPERATES.containsAll(roles)) {
            return OPERATIONS;
        }
        return roles.stream().anyMatch(role -> !PAYS.contains(role) && !OPERATES.contains(role)) || roles.isEmpty()
                ? TREATMENT
                : PAYMENT;
    }
}
