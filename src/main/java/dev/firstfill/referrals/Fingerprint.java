package dev.firstfill.referrals;

import dev.firstfill.kernel.Folded;
import dev.firstfill.kernel.Seals;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * By what the same order is recognised when it is sent again, perhaps in another envelope: for whom, what, by whom, when
 * it was written, how much. An order that does not say when it was written is the same only if its document is, since
 * next month's may differ in nothing else.
 */
final class Fingerprint {
    private Fingerprint() {}

    static long of(NewReferral referral, Seals seals) {
        var order = referral.order();
        return order.medication().writtenAt() == null
                ? seals.token("referral.document", sha256(referral.document()))
                : seals.token("referral.order", said(order));
    }

    private static String said(ReferralOrder order) {
        var patient = order.patient();
        var medication = order.medication();
        return String.join(
                "|",
                Folded.of(patient.name().family()).value(),
                Folded.of(patient.name().given()).value(),
                patient.birthDate().toString(),
                drug(medication),
                prescriber(order.prescriber()),
                Objects.toString(medication.writtenAt()),
                amount(medication.quantity()),
                Objects.toString(medication.daysSupply(), ""),
                Objects.toString(medication.refills(), ""));
    }

    private static String drug(OrderedMedication medication) {
        if (medication.rxNorm() != null) {
            return medication.rxNorm().value();
        }
        if (medication.ndc() != null) {
            return medication.ndc().digits();
        }
        return medication.text() == null ? "" : Folded.of(medication.text()).value();
    }

    private static String prescriber(@Nullable ReferringPrescriber prescriber) {
        if (prescriber == null) {
            return "";
        }
        if (prescriber.npi() != null) {
            return Folded.of(prescriber.npi()).value();
        }
        return prescriber.name() == null
                ? ""
                : Folded.of(prescriber.name().family()).value();
    }

    private static String amount(@Nullable BigDecimal quantity) {
        return quantity == null ? "" : quantity.stripTrailingZeros().toPlainString();
    }

    private static String sha256(byte[] document) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
