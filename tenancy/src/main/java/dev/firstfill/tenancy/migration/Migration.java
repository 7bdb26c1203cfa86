package dev.firstfill.tenancy.migration;

import dev.firstfill.tenancy.catalogue.Tenant;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * One numbered step in the life of a schema.
 *
 * @param checksum SHA-256 of the file; a step that has been taken anywhere must never change
 */
record Migration(int version, String name, String sql, String checksum) {

    private static final Pattern FILE_NAME = Pattern.compile("V([0-9]{3})__([a-z0-9_]{1,80})\\.sql");

    /** The lookbehind keeps {@code other.pharmacy.patient} and {@code "pharmacy"} in a longer name as they are. */
    private static final Pattern SCHEMA = Pattern.compile("(?<![\\w.\"])pharmacy(?=\\.[a-z_])");

    private static final Pattern ROLE = Pattern.compile("(?<![\\w.\"])pharmacy_role(?!\\w)");

    static Migration of(String fileName, String text) {
        var parts = FILE_NAME.matcher(fileName);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "A migration is called V001__what_it_does.sql; this one is not: " + fileName);
        }
        // A checkout with other line ends is still the same migration.
        var sql = text.replace("\r\n", "\n");
        return new Migration(Integer.parseInt(parts.group(1)), parts.group(2), sql, sha256(sql));
    }

    String fileName() {
        return "V%03d__%s.sql".formatted(version, name);
    }

    /** Function bodies and strings included: {@code nextval('pharmacy.number')} must reach the tenant's sequence. */
    String writtenFor(Tenant tenant) {
        var placed = SCHEMA.matcher(sql).replaceAll(tenant.schema());
        return ROLE.matcher(placed).replaceAll(tenant.role());
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
