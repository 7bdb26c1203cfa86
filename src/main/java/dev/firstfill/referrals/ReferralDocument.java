package dev.firstfill.referrals;

import java.time.Instant;

/** What was sent, byte for byte. */
public record ReferralDocument(String mediaType, byte[] bytes, Instant receivedAt) {
    public ReferralDocument {
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "ReferralDocument[hidden]";
    }
}
