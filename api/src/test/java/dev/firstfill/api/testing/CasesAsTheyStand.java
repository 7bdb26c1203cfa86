package dev.firstfill.api.testing;

import dev.firstfill.tenancy.catalogue.Tenant;
import java.util.UUID;

/** Brings cases to where weeks of work would have brought them. */
public final class CasesAsTheyStand {
    private CasesAsTheyStand() {}

    /** As if a fill had been delivered. */
    public static String inTherapy(Tenant pharmacy, String id) {
        Tables.of(pharmacy).run("""
                update pharmacy.patient_case
                set state = 'ADHERENCE_FOLLOW_UP', returns_to = null, waits_for = 'PATIENT', first_shipped_at = now()
                where id = ?
                """, UUID.fromString(id));
        return id;
    }
}
