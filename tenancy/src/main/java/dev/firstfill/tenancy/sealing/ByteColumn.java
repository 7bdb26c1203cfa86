package dev.firstfill.tenancy.sealing;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a column of bytes in a pharmacy's schema holds. Its comment in the migration declares it, in one of the forms
 * {@code sealed: by the pharmacy}, {@code sealed: by the person in <column>}, the same with {@code , else by the
 * pharmacy}, {@code key: of the person in <column>, wrapped by the pharmacy's} and {@code plain: <what>}. Exports and
 * rotations go by it; what declares nothing stops them.
 */
public sealed interface ByteColumn {
    String table();

    String name();

    /**
     * A document, sealed and bound to the row's id.
     *
     * @param person where the row names the person whose key sealed it; null when the pharmacy's always did
     * @param orPharmacy whether the pharmacy's key sealed it where the row names nobody
     */
    record Sealed(String table, String name, @Nullable PersonIn person, boolean orPharmacy) implements ByteColumn {}

    /** A person's key, wrapped by the pharmacy's and bound to the person's id. */
    record Key(String table, String name, PersonIn person) implements ByteColumn {}

    /** Bytes that hide nothing, such as a hash. */
    record Plain(String table, String name) implements ByteColumn {}

    /** @param member of a JSON object, when the column holds one */
    record PersonIn(String column, @Nullable String member) {
        /** @param row the alias of the table in the statement */
        public String sql(String row) {
            var value = "%s.\"%s\"".formatted(row, column);
            return member == null ? value : "(%s->>'%s')::pg_catalog.uuid".formatted(value, member);
        }
    }

    Pattern SEALED = Pattern.compile(
            "sealed: by the pharmacy|sealed: by the person in ([a-z_]+)(?: ([A-Za-z]+))?(, else by the pharmacy)?");
    Pattern KEY = Pattern.compile("key: of the person in ([a-z_]+), wrapped by the pharmacy's");
    Pattern PLAIN = Pattern.compile("plain: .+");

    /** @throws IllegalStateException when the comment declares nothing */
    static ByteColumn declared(String table, String name, @Nullable String comment) {
        var text = comment == null ? "" : comment;
        var sealed = SEALED.matcher(text);
        if (sealed.matches()) {
            var column = sealed.group(1);
            return column == null
                    ? new Sealed(table, name, null, true)
                    : new Sealed(table, name, new PersonIn(column, sealed.group(2)), sealed.group(3) != null);
        }
        var key = KEY.matcher(text);
        if (key.matches()) {
            return new Key(table, name, new PersonIn(key.group(1), null));
        }
        if (PLAIN.matcher(text).matches()) {
            return new Plain(table, name);
        }
        throw new IllegalStateException(
                "The column %s.%s holds bytes, and its comment does not say what they are.".formatted(table, name));
    }
}
