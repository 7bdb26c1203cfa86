package dev.firstfill.referrals;

import dev.firstfill.identifiers.Icd10Code;
import dev.firstfill.kernel.Folded;
import dev.firstfill.patients.Address;
import dev.firstfill.patients.Allergy;
import dev.firstfill.patients.Coverage;
import dev.firstfill.patients.Diagnosis;
import dev.firstfill.patients.PatientDetails;
import dev.firstfill.patients.Phone;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What a referral says of its patient, put into the pharmacy's record: what is not there is added, what is there stays.
 * Where the two differ, somebody has to ask, so it is a finding and not a change.
 */
final class PatientAsReferred {
    /** As many as a record takes; see {@link PatientDetails}. */
    private static final int COVERAGES_MAX = 6;

    private static final int LIST_MAX = 100;

    private final ReferralOrder order;

    PatientAsReferred(ReferralOrder order) {
        this.order = order;
    }

    /** As somebody whom the pharmacy does not know yet. */
    PatientDetails details() {
        var patient = order.patient();
        var empty = new PatientDetails(
                patient.name(),
                patient.birthDate(),
                patient.sex(),
                patient.language(),
                patient.addresses(),
                patient.phones(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of());
        return addedTo(empty);
    }

    /** A way to reach the patient is added where there is none: which of two is right, the patient has to say. */
    PatientDetails addedTo(PatientDetails present) {
        var patient = order.patient();
        return new PatientDetails(
                present.name(),
                present.birthDate(),
                present.sex(),
                present.language() == null ? patient.language() : present.language(),
                present.addresses().isEmpty() ? patient.addresses() : present.addresses(),
                present.phones().isEmpty() ? patient.phones() : present.phones(),
                present.emails(),
                united(present.allergies(), patient.allergies(), PatientAsReferred::isSame, LIST_MAX),
                united(present.diagnoses(), diagnoses(present), PatientAsReferred::isSame, LIST_MAX),
                coverages(present),
                present.careTeam(),
                present.customFields());
    }

    private List<Diagnosis> diagnoses(PatientDetails present) {
        boolean hasPrimary = present.diagnoses().stream().anyMatch(Diagnosis::primary);
        Optional<Icd10Code> primary =
                hasPrimary ? Optional.empty() : orderedFor().stream().findFirst();
        return order.diagnoses().stream()
                .filter(diagnosis -> diagnosis.icd10Code() != null)
                .map(diagnosis -> new Diagnosis(
                        Objects.requireNonNull(diagnosis.icd10Code()),
                        primary.filter(diagnosis.icd10Code()::equals).isPresent(),
                        diagnosis.onsetDate(),
                        Map.of()))
                .toList();
    }

    /** What the drug is ordered for, in codes. */
    List<Icd10Code> orderedFor() {
        return order.diagnoses().stream()
                .filter(ReferredDiagnosis::forOrder)
                .map(ReferredDiagnosis::icd10Code)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private List<Coverage> coverages(PatientDetails present) {
        var all = new ArrayList<>(present.coverages());
        for (var referred : order.coverages()) {
            boolean there = all.stream().anyMatch(coverage -> isSame(coverage, referred));
            var next = nextOrder(all);
            if (!there && next != null && all.size() < COVERAGES_MAX) {
                all.add(new Coverage(
                        next,
                        Coverage.Benefit.PHARMACY,
                        referred.payer(),
                        referred.memberId(),
                        referred.bin(),
                        referred.pcn(),
                        referred.group(),
                        null,
                        null,
                        null));
            }
        }
        return all;
    }

    private static Coverage.@Nullable Order nextOrder(List<Coverage> coverages) {
        var free = EnumSet.allOf(Coverage.Order.class);
        coverages.forEach(coverage -> free.remove(coverage.order()));
        return free.stream().findFirst().orElse(null);
    }

    /** Whether the record says otherwise of who somebody is, or how they are reached. */
    boolean differsFrom(PatientDetails present) {
        var patient = order.patient();
        return !isSame(present.name().family(), patient.name().family())
                || !isSame(present.name().given(), patient.name().given())
                || !present.birthDate().equals(patient.birthDate())
                || present.sex() != patient.sex()
                || patient.phones().stream().map(Phone::number).anyMatch(number -> present.phones().stream()
                        .noneMatch(phone -> phone.number().e164().equals(number.e164())))
                || patient.addresses().stream()
                        .anyMatch(address -> present.addresses().stream().noneMatch(other -> isSame(other, address)));
    }

    /** Whether the record knew another insurance, or another card of the same. */
    boolean isInsuredOtherwiseThan(PatientDetails present) {
        return !present.coverages().isEmpty()
                && order.coverages().stream().anyMatch(referred -> present.coverages().stream()
                        .noneMatch(coverage -> isSame(coverage, referred)
                                && agree(coverage.bin(), referred.bin())
                                && agree(coverage.pcn(), referred.pcn())
                                && agree(coverage.group(), referred.group())));
    }

    private static <T> List<T> united(List<T> present, List<T> others, BiPredicate<T, T> same, int max) {
        var all = new ArrayList<>(present);
        for (var other : others) {
            if (all.size() < max && all.stream().noneMatch(one -> same.test(one, other))) {
                all.add(other);
            }
        }
        return all;
    }

    private static boolean isSame(Allergy one, Allergy other) {
        return isSame(one.substance(), other.substance());
    }

    private static boolean isSame(Diagnosis one, Diagnosis other) {
        return one.code().equals(other.code());
    }

    private static boolean isSame(Coverage coverage, ReferredCoverage referred) {
        return coverage.memberId().equals(referred.memberId()) && isSame(coverage.payer(), referred.payer());
    }

    private static boolean isSame(Address one, Address other) {
        return isSame(one.line1(), other.line1())
                && one.zip().fiveDigits().equals(other.zip().fiveDigits());
    }

    private static boolean isSame(String one, String other) {
        return Folded.of(one).equals(Folded.of(other));
    }

    private static boolean agree(@Nullable Object one, @Nullable Object other) {
        return one == null || other == null || one.equals(other);
    }
}
