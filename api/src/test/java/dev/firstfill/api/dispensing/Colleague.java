package dev.firstfill.api.dispensing;

import dev.firstfill.api.security.Role;
import java.util.Locale;

/** Who works at the pharmacy: the same person in every request, as a token says it. */
enum Colleague {
    THEO(Role.FULFILMENT_TECHNICIAN),
    ANA(Role.DISPENSING_PHARMACIST),
    CLARA(Role.CLINICAL_PHARMACIST),
    WES(Role.BILLER),
    NORA(Role.ADHERENCE_NURSE),
    MAYA(Role.PHARMACY_MANAGER),
    INES(Role.INTAKE_COORDINATOR);

    final Role role;

    Colleague(Role role) {
        this.role = role;
    }

    String subject() {
        return name().toLowerCase(Locale.ROOT) + "-id";
    }
}
