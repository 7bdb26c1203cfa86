package dev.firstfill.emergency;

import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.Page;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.RealTime;
import dev.firstfill.kernel.Seals;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.kernel.Writing;
import dev.firstfill.patients.Patient;
import dev.firstfill.patients.PatientChart;
import dev.firstfill.patients.PatientId;
import dev.firstfill.patients.PatientReference;
import dev.firstfill.patients.PatientRefusals;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where a patient's record is opened in an emergency, and where that is reviewed. */
@ApplicationScoped
public class EmergencyDesk {
    /** How long the record is shown to whoever opened it. */
    public static final Duration LIFETIME = Duration.ofMinutes(60);

    private static final Act OPEN = Act.of("open", "emergency-access");
    private static final Act USE = Act.of("use", "emergency-access");
    private static final Act CLOSE = Act.of("close", "emergency-access");
    private static final Act LIST = Act.of("list", "emergency-access");
    private static final Act READ = Act.of("read", "emergency-access");
    private static final Act REVIEW = Act.of("review", "emergency-access");

    private final Transactions transactions;
    private final Clock clock;

    public EmergencyDesk(Transactions transactions, @RealTime Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param reason in the opener's words */
    public Uni<EmergencyAccess> open(PatientReference patient, EmergencyReason code, String reason, Colleague opener) {
        return transactions.write(OPEN, desk -> {
            desk.journal().about(patient.toString());
            desk.journal().inEmergency(code);
            var accesses = new EmergencyAccesses(desk.session(), desk.seals());
            return new PatientChart(desk.session(), desk.seals())
                    .identified(patient)
                    .chain(id -> accesses.sealOf(id.value()).map(seal -> {
                        var access = Ids.next();
                        var sealed = EmergencyAccesses.sealedReason(access, reason, seal);
                        return new EmergencyAccessRow(
                                access, id.value(), opener, code, sealed, Now.by(clock), LIFETIME);
                    }))
                    .call(desk.session()::persist)
                    .call(desk.session()::flush)
                    .chain(accesses::opened)
                    .invoke(opened -> {
                        tell(desk, null, opened);
                        desk.journal()
                                .announce(new Event(
                                        "emergency-access.opened", "emergency-access", opened.id(), opened.version()));
                    });
        });
    }

    /** The patient's whole record, as long as the access lasts, for whoever opened it. */
    public Uni<Patient> patient(EmergencyAccessId id, Colleague reader) {
        return transactions.read(USE, desk -> {
            desk.journal().about(id.toString());
            return new EmergencyAccesses(desk.session(), desk.seals())
                    .find(id)
                    .invoke(row -> row.mustBeOf(reader))
                    .invoke(row -> desk.journal().inEmergency(row.reasonCode()))
                    .invoke(row -> row.mustNotBeOver(Now.by(clock)))
                    .chain(row -> new PatientChart(desk.session(), desk.seals()).whole(new PatientId(row.patient())));
        });
    }

    /** Ends it before its time. */
    public Uni<Void> close(EmergencyAccessId id, Colleague opener) {
        return transactions.write(CLOSE, desk -> {
            desk.journal().about(id.toString());
            var accesses = new EmergencyAccesses(desk.session(), desk.seals());
            return accesses.find(id)
                    .invoke(row -> row.mustBeOf(opener))
                    .invoke(row -> desk.journal().inEmergency(row.reasonCode()))
                    .chain(row -> accesses.opened(row).chain(before -> {
                        row.close(Now.by(clock));
                        return desk.session()
                                .flush()
                                .chain(() -> accesses.opened(row))
                                .invoke(after -> tell(desk, before, after));
                    }))
                    .replaceWithVoid();
        });
    }

    public Uni<Page<EmergencyAccess>> list(ReviewState state, PageRequest page) {
        return transactions.read(LIST, desk -> {
            var accesses = new EmergencyAccesses(desk.session(), desk.seals());
            return accesses.page(state, page).chain(rows -> {
                var cut = Page.cut(rows, page.limit(), row -> row);
                return accesses.opened(cut.items()).map(opened -> new Page<>(opened, cut.more()));
            });
        });
    }

    public Uni<EmergencyAccess> read(EmergencyAccessId id) {
        return transactions.read(READ, desk -> {
            desk.journal().about(id.toString());
            var accesses = new EmergencyAccesses(desk.session(), desk.seals());
            return accesses.find(id).chain(accesses::opened);
        });
    }

    /**
     * Once, and by somebody else than the opener.
     *
     * @param note kept sealed with the patient's key, so of patients who were erased there can be none
     */
    public Uni<EmergencyAccess> review(
            EmergencyAccessId id, ReviewOutcome outcome, @Nullable String note, Colleague reviewer) {
        return transactions.write(REVIEW, desk -> {
            desk.journal().about(id.toString());
            var accesses = new EmergencyAccesses(desk.session(), desk.seals());
            return accesses.find(id)
                    .invoke(row -> row.mustBeReviewableBy(reviewer))
                    .chain(row -> accesses.opened(row).chain(before -> accesses.sealOf(row.patient())
                            .invoke(seal -> row.review(reviewer, outcome, sealed(row, note, seal), Now.by(clock)))
                            .chain(desk.session()::flush)
                            .chain(() -> accesses.opened(row))
                            .invoke(after -> tell(desk, before, after))));
        });
    }

    private static byte @Nullable [] sealed(
            EmergencyAccessRow row, @Nullable String note, Seals.@Nullable OfPerson seal) {
        if (note == null) {
            return null;
        }
        if (seal == null) {
            throw new PatientRefusals.PatientErased();
        }
        return EmergencyAccesses.sealedNote(row.id(), note, seal);
    }

    /** Of patients who were erased nothing that was written is left, and the pharmacy's key will do. */
    private static void tell(Writing desk, @Nullable EmergencyAccess before, EmergencyAccess after) {
        var person = after.reason() == null ? null : after.patient();
        desk.journal().changed(after.id(), person, before, after);
    }
}
