package dev.firstfill.tenancy.door;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a record of the ledger is called: its number and the beginning of its hash, {@code 1207-9f8e7d6c}. Whoever notes
 * it down has noted what the record says, and no other pharmacy has one of this name.
 */
public record LedgerReference(long number, String hashPrefix) {
    private static final int PREFIX_BYTES = 4;

    // 15 digits fit a long.
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,14})-([0-9a-f]{8})");

    static LedgerReference of(long number, byte[] hash) {
        return new LedgerReference(number, HexFormat.of().formatHex(hash, 0, PREFIX_BYTES));
    }

    /** @throws LedgerRefusals.AuditRecordNotFound when it is none: what cannot exist is not there */
    public static LedgerReference of(String text) {
        return Optional.of(FORM.matcher(text))
                .filter(matcher -> matcher.matches())
                .map(matcher -> new LedgerReference(Long.parseLong(matcher.group(1)), matcher.group(2)))
                .orElseThrow(LedgerRefusals.AuditRecordNotFound::new);
    }

    @Override
    public String toString() {
        return number + "-" + hashPrefix;
    }
}
