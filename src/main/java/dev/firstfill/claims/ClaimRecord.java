package dev.firstfill.claims;

import dev.firstfill.identifiers.Bin;
import dev.firstfill.identifiers.Icd10Code;
import dev.firstfill.identifiers.MemberId;
import dev.firstfill.identifiers.Pcn;
import dev.firstfill.identifiers.RxGroup;
import dev.firstfill.kernel.Lists;
import dev.firstfill.patients.Coverage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a claim says whose it is: sealed by the patient. The card is kept as it was when the claim was submitted.
 *
 * @param payer name on the card
 * @param authorisation the payer's number of what it paid (503-F3)
 * @param message the payer's words (504-F4)
 */
public record ClaimRecord(
        String payer,
        MemberId memberId,
        @Nullable Bin bin,
        @Nullable Pcn pcn,
        @Nullable RxGroup group,
        @Nullable String personCode,
        List<Icd10Code> diagnoses,
        @Nullable String prescriptionNumber,
        @Nullable String authorisation,
        @Nullable String message) {

    public ClaimRecord {
        diagnoses = Lists.kept(diagnoses);
    }

    static ClaimRecord of(ClaimRequest request, Coverage card) {
        return new ClaimRecord(
                card.payer(),
                card.memberId(),
                card.bin(),
                card.pcn(),
                card.group(),
                card.personCode(),
                request.diagnoses(),
                request.fill() == null ? null : request.fill().prescriptionNumber(),
                null,
                null);
    }

    ClaimRecord answered(@Nullable String newAuthorisation, @Nullable String newMessage) {
        return new ClaimRecord(
                payer,
                memberId,
                bin,
                pcn,
                group,
                personCode,
                diagnoses,
                prescriptionNumber,
                newAuthorisation == null ? authorisation : newAuthorisation,
                newMessage);
    }

    @Override
    public String toString() {
        return "ClaimRecord[hidden]";
    }
}
