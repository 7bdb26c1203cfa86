package dev.firstfill.referrals;

/**
 * A referral that has just come in.
 *
 * @param mediaType of the document
 * @param document as it was sent, byte for byte
 */
public record NewReferral(ReferralSource source, ReferralOrder order, String mediaType, byte[] document) {
    public NewReferral {
        document = document.clone();
    }

    @Override
    public byte[] document() {
        return document.clone();
    }

    @Override
    public String toString() {
        return "NewReferral[hidden]";
    }
}
