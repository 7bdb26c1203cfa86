package dev.firstfill.referrals;

import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Writing;
import dev.firstfill.patients.PatientId;
import dev.firstfill.prescribing.PrescriptionId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes down, and tells, what became of a referral, in the transaction in which it did. */
final class ReferralFiling {
    private ReferralFiling() {}

    /** What the ledger keeps of a referral: what it says stands in its own row, sealed. */
    record Kept(
            ReferralState state,
            @Nullable PatientId patient,
            @Nullable PrescriptionId prescription,
            List<Finding> findings,
            @Nullable RejectionReason rejection) {}

    static Kept kept(ReferralRow row) {
        var open = row.opened(null);
        return new Kept(open.state(), open.patient(), open.prescription(), open.findings(), open.rejection());
    }

    /** First of all, since the act is about the referral, whatever else it changes. */
    static void begin(Writing desk, ReferralRow row, @Nullable Kept before) {
        desk.journal().changed(row.id().value(), null, before, kept(row));
    }

    static Uni<Void> filed(Writing desk, ReferralRow row, @Nullable Kept before, String event) {
        return desk.session().persist(row).chain(() -> told(desk, row, before, event));
    }

    static Uni<Void> told(Writing desk, ReferralRow row, @Nullable Kept before, String event) {
        return desk.session().flush().invoke(() -> {
            var patient = row.patient();
            UUID person = patient == null ? null : patient.value();
            desk.journal().changed(row.id().value(), person, before, kept(row));
            desk.journal().announce(new Event(event, "referral", row.id().value(), row.version()));
        });
    }
}
