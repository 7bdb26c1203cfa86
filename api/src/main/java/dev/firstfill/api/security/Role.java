package dev.firstfill.api.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person or a program does at a pharmacy. The names in lower case with hyphens are those in Keycloak. */
public enum Role {
    INTAKE_COORDINATOR,
    BENEFITS_INVESTIGATOR,
    PA_SPECIALIST,
    FINANCIAL_NAVIGATOR,
    CLINICAL_PHARMACIST,
    DISPENSING_PHARMACIST,
    FULFILMENT_TECHNICIAN,
    ADHERENCE_NURSE,
    BILLER,
    PHARMACY_MANAGER,
    PRIVACY_OFFICER,
    TENANT_ADMINISTRATOR,
    /** A telephony system of one pharmacy. */
    TELEPHONY_CLIENT,
    /** A program of one pharmacy or of a partner, on the pharmacy's behalf. */
    INTEGRATION_CLIENT,
    /** Runs the platform. Belongs to no pharmacy and never sees patient data. */
    PLATFORM_OPERATOR;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Role> named(String wireName) {
        return Arrays.stream(values())
                .filter(role -> role.wireName().equals(wireName))
                .findFirst();
    }
}
