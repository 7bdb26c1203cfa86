package dev.firstfill.referrals;

import dev.firstfill.identifiers.Icd10Code;
import dev.firstfill.identifiers.Npi;
import dev.firstfill.kernel.OneLine;
import dev.firstfill.patients.Address;
import dev.firstfill.patients.Phone;
import dev.firstfill.prescribers.PrescriberName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a referral lacked and somebody has found out. Whatever is left out stays as it is. */
@Schema(description = "What a referral lacked and somebody has found out; an empty one has it examined again.")
public record ReferralSupplement(
        @Nullable @Schema(description = "What the drug is ordered for.")
        Icd10Code icd10Code,

        @Nullable Npi prescriberNpi,
        @Valid @Nullable PrescriberName prescriberName,
        @Valid @Nullable ReferredCoverage coverage,
        @Valid @Nullable Phone phone,
        @Valid @Nullable Address address,

        @Nullable @OneLine @Size(min = 1, max = 1000) @Schema(description = "The directions to the patient.")
        String sig,

        @Nullable @Positive @DecimalMax("999999.999") @Digits(integer = 6, fraction = 3)
        BigDecimal quantity,

        @Nullable @Min(1) @Max(365) Integer daysSupply,
        @Nullable @Min(0) @Max(99) Integer refills,
        @Nullable Instant writtenAt,

        @Nullable @Schema(description = "Whether the patient agreed to be called and treated by the pharmacy.")
        Boolean consent) {

    ReferralOrder addedTo(ReferralOrder order) {
        return new ReferralOrder(
                patient(order.patient()),
                prescriber(order.prescriber()),
                coverage == null ? order.coverages() : with(order.coverages(), coverage),
                diagnoses(order.diagnoses()),
                medication(order.medication()),
                said(consent, order.consent()));
    }

    private ReferredPatient patient(ReferredPatient present) {
        return new ReferredPatient(
                present.name(),
                present.formerFamilyNames(),
                present.birthDate(),
                present.sex(),
                present.language(),
                address == null ? present.addresses() : with(present.addresses(), address),
                phone == null ? present.phones() : with(present.phones(), phone),
                present.allergies());
    }

    private @Nullable ReferringPrescriber prescriber(@Nullable ReferringPrescriber present) {
        if (prescriberNpi == null && prescriberName == null) {
            return present;
        }
        var before = present == null ? new ReferringPrescriber(null, null, null) : present;
        return new ReferringPrescriber(
                prescriberNpi == null ? before.npi() : prescriberNpi.value(),
                said(prescriberName, before.name()),
                before.office());
    }

    /** A code for the diagnosis that came without one, or for one that was not named at all. */
    private List<ReferredDiagnosis> diagnoses(List<ReferredDiagnosis> present) {
        if (icd10Code == null) {
            return present;
        }
        var all = new ArrayList<>(present);
        for (int i = 0; i < all.size(); i++) {
            var one = all.get(i);
            if (one.forOrder() && one.icd10Code() == null) {
                all.set(i, new ReferredDiagnosis(icd10Code, one.text(), true, one.onsetDate()));
                return all;
            }
        }
        all.add(new ReferredDiagnosis(icd10Code, null, true, null));
        return all;
    }

    private OrderedMedication medication(OrderedMedication present) {
        return new OrderedMedication(
                present.rxNorm(),
                present.ndc(),
                present.text(),
                said(sig, present.sig()),
                said(quantity, present.quantity()),
                said(daysSupply, present.daysSupply()),
                said(refills, present.refills()),
                said(writtenAt, present.writtenAt()));
    }

    private static <T> @Nullable T said(@Nullable T now, @Nullable T before) {
        return now == null ? before : now;
    }

    private static <T> List<T> with(List<T> present, T another) {
        return Stream.concat(present.stream(), Stream.of(another)).distinct().toList();
    }

    @Override
    public String toString() {
        return "ReferralSupplement[hidden]";
    }
}
