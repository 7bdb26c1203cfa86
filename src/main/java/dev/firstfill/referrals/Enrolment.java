package dev.firstfill.referrals;

import dev.firstfill.drugs.Drug;
import dev.firstfill.drugs.DrugReference;
import dev.firstfill.drugs.Formulary;
import dev.firstfill.identifiers.Npi;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.Refusal;
import dev.firstfill.kernel.Writing;
import dev.firstfill.patients.Patient;
import dev.firstfill.patients.PatientDetails;
import dev.firstfill.patients.PatientFile;
import dev.firstfill.patients.PatientId;
import dev.firstfill.prescribers.PrescriberDetails;
import dev.firstfill.prescribers.PrescriberId;
import dev.firstfill.prescribers.PrescriberReference;
import dev.firstfill.prescribers.PrescriberRegister;
import dev.firstfill.prescribing.DispenseAsWritten;
import dev.firstfill.prescribing.PrescriptionBook;
import dev.firstfill.prescribing.PrescriptionDetails;
import dev.firstfill.prescribing.PrescriptionId;
import dev.firstfill.prescribing.PrescriptionOrigin;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Enters what a referral names, as far as it says enough, once it is known whose it is. */
final class Enrolment {
    private final Writing desk;
    private final Clock clock;
    private final Colleague by;

    Enrolment(Writing desk, Clock clock, Colleague by) {
        this.desk = desk;
        this.clock = clock;
        this.by = by;
    }

    Uni<Entered> newcomer(ReferralOrder order) {
        return new PatientFile(desk, Now.by(clock))
                .register(new PatientAsReferred(order).details())
                .chain(patient -> surroundings(order, null, patient));
    }

    /** What the record lacks is added; what differs stays as it is. */
    Uni<Entered> acquaintance(ReferralOrder order, PatientId patient) {
        var before = new PatientDetails[1];
        return new PatientFile(desk, Now.by(clock))
                .amend(patient, present -> {
                    before[0] = present;
                    return new PatientAsReferred(order).addedTo(present);
                })
                .chain(amended -> surroundings(order, before[0], amended));
    }

    private Uni<Entered> surroundings(ReferralOrder order, @Nullable PatientDetails known, Patient patient) {
        return prescriber(order.prescriber()).chain(prescriber -> drug(order.medication())
                .map(drug -> new Entered(known, patient, prescriber, drug)));
    }

    @SuppressWarnings("NullAway") // Nobody is a null.
    private Uni<@Nullable PrescriberId> prescriber(@Nullable ReferringPrescriber referred) {
        var npi = Examination.npi(referred);
        if (referred == null || npi.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        var register = new PrescriberRegister(desk.session());
        var found = referred.name() == null
                ? register.prescriber(new PrescriberReference.ByNpi(npi.get()))
                        .onFailure(Enrolment::isNotFound)
                        .recoverWithNull()
                : register.registered(desk, details(referred, npi.get()), Now.by(clock));
        return found.map(prescriber -> prescriber == null ? null : prescriber.id());
    }

    private static PrescriberDetails details(ReferringPrescriber referred, Npi npi) {
        var offices =
                referred.office() == null ? List.<dev.firstfill.prescribers.Office>of() : List.of(referred.office());
        return new PrescriberDetails(npi, null, Objects.requireNonNull(referred.name()), List.of(), offices, List.of());
    }

    /** By its NDC, if the pharmacy has that package; else by what is in it. */
    @SuppressWarnings("NullAway")
    private Uni<@Nullable Drug> drug(OrderedMedication medication) {
        var formulary = new Formulary(desk.session());
        Uni<Drug> byNdc = medication.ndc() == null
                ? Uni.createFrom().nullItem()
                : formulary
                        .drug(new DrugReference.ByNdc(medication.ndc()))
                        .onFailure(Enrolment::isNotFound)
                        .recoverWithNull();
        return byNdc.chain(found -> found != null || medication.rxNorm() == null
                ? Uni.createFrom().item(found)
                : formulary.packagesOf(medication.rxNorm()).map(packages -> PackageChoice.of(
                                packages, medication.quantity())
                        .orElse(null)));
    }

    private static boolean isNotFound(Throwable failure) {
        return failure instanceof Refusal refusal && refusal.kind() == Refusal.Kind.NOT_FOUND;
    }

    /**
     * @param prescription null as long as something is missing that a draft needs
     * @param againstRules whether nothing is missing, and the order breaks a rule
     */
    record Draft(@Nullable PrescriptionId prescription, boolean againstRules) {}

    Uni<Draft> draft(ReferralOrder order, ReferralSource source, Entered entered) {
        var details = details(order, source, entered);
        return details == null
                ? Uni.createFrom().item(new Draft(null, false))
                : PrescriptionBook.draft(desk, details, by, LocalDate.now(clock), Now.by(clock))
                        .map(draft -> new Draft(draft.id(), false))
                        .onFailure(Refusal.class)
                        .recoverWithItem(new Draft(null, true));
    }

    private @Nullable PrescriptionDetails details(ReferralOrder order, ReferralSource source, Entered entered) {
        var medication = order.medication();
        var codes = new PatientAsReferred(order).orderedFor();
        if (entered.prescriber() == null
                || entered.drug() == null
                || codes.isEmpty()
                || medication.sig() == null
                || medication.sig().isBlank()
                || medication.quantity() == null
                || medication.daysSupply() == null
                || medication.writtenAt() == null) {
            return null;
        }
        var writtenOn = LocalDate.ofInstant(medication.writtenAt(), clock.getZone());
        if (Examination.isOutOfTime(writtenOn, LocalDate.now(clock))) {
            return null;
        }
        return new PrescriptionDetails(
                entered.patient().id().toString(),
                entered.prescriber().toString(),
                entered.drug().id().toString(),
                medication.sig(),
                null,
                medication.quantity(),
                medication.daysSupply(),
                Objects.requireNonNullElse(medication.refills(), 0),
                writtenOn,
                null,
                null,
                codes,
                null,
                DispenseAsWritten.NO_SELECTION,
                origin(source),
                null,
                null);
    }

    private static PrescriptionOrigin origin(ReferralSource source) {
        return switch (source) {
            case FAX -> PrescriptionOrigin.FAX;
            case PHONE -> PrescriptionOrigin.TELEPHONE;
            case EMR, PORTAL, HUB -> PrescriptionOrigin.ELECTRONIC;
        };
    }
}
