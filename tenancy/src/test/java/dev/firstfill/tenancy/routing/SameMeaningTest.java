package dev.firstfill.tenancy.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.tenancy.OnePlatform;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.PoolOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * PostgreSQL itself is asked whether it reads statements as we do. One database has the schema {@code pharmacy}, the
 * other has the same under the name {@code t_1} and no other; a statement as written must mean in the first what the
 * statement as named means in the second, be it rows or a refusal.
 */
class SameMeaningTest {
    private static final int TRIES = 1_000;
    private static final OnePlatform WRITTEN = platformWith("pharmacy");
    private static final OnePlatform NAMED = platformWith("t_1");
    private static final Pool AS_WRITTEN = superuserOf(WRITTEN);
    private static final Pool AS_NAMED = superuserOf(NAMED);

    private record Meaning(String state, List<String> rows) {}

    private static OnePlatform platformWith(String schema) {
        var platform = OnePlatform.empty();
        platform.asSuperuser("""
                create schema %1$s;
                create table %1$s.vial (mark text, pharmacy text);
                insert into %1$s.vial values ('of pharmacy.vial', 'Northgate'), ('second', null);
                create function %1$s.one(text default 'one') returns text language sql as 'select $1';
                """.formatted(schema));
        return platform;
    }

    private static Pool superuserOf(OnePlatform platform) {
        var superuser = OnePlatform.superuser();
        return PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(1))
                .connectingTo(new PgConnectOptions()
                        .setHost(superuser.host())
                        .setPort(superuser.port())
                        .setUser(superuser.user())
                        .setPassword(superuser.password())
                        .setDatabase(platform.database))
                .using(OnePlatform.vertx())
                .build();
    }

    @AfterContainer
    static void close() {
        OnePlatform.await(AS_WRITTEN.close());
        OnePlatform.await(AS_NAMED.close());
        WRITTEN.close();
        NAMED.close();
    }

    @Property(tries = TRIES)
    void a_good_statement_gives_the_same_rows(@ForAll("statements") String statement) {
        var named = SchemaTemplate.of(statement).in("t_1");

        var meaning = meaning(AS_WRITTEN, statement);

        assertThat(meaning.state()).isEqualTo("00000");
        assertThat(meaning(AS_NAMED, named)).isEqualTo(meaning);
    }

    @Property(tries = TRIES)
    void scraps_of_statements_give_the_same_rows_or_the_same_refusal(@ForAll("scraps") String scraps) {
        String named;
        try {
            named = SchemaTemplate.of(scraps).in("t_1");
        } catch (RoutingFault refused) {
            Assume.that(false);
            return;
        }

        assertThat(meaning(AS_NAMED, named)).isEqualTo(meaning(AS_WRITTEN, scraps));
    }

    private static Meaning meaning(Pool database, String statement) {
        try {
            return new Meaning(
                    "00000", rows(OnePlatform.await(database.query(statement).execute())));
        } catch (PgException refused) {
            return new Meaning(refused.getSqlState(), List.of());
        }
    }

    private static List<String> rows(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> {
                    var values = new ArrayList<Object>();
                    IntStream.range(0, row.size()).forEach(column -> values.add(row.getValue(column)));
                    return values.toString();
                })
                .toList();
    }

    @Provide
    Arbitrary<String> statements() {
        return Combinators.combine(expression().list().ofMinSize(1).ofMaxSize(5), space(), table(), end())
                .as((expressions, space, table, end) -> "select" + space
                        + String.join(space + "," + space, expressions) + space + "from" + space + table + space + "v"
                        + end);
    }

    private Arbitrary<String> expression() {
        return Arbitraries.oneOf(
                string(),
                string(),
                function(),
                Arbitraries.of("v.mark", "v.pharmacy", "pharmacy", "\"pharmacy\"", "(v).pharmacy", "v.\"pharmacy\""),
                Arbitraries.of("1", "1.5e3", "0x1F", "1_000", ".5", "B'101'", "X'1F'", "1--pharmacy.vial\r"));
    }

    private Arbitrary<String> function() {
        return Combinators.combine(
                        Arbitraries.of("pharmacy", "PHARMACY", "\"pharmacy\"", "pHarmacy"),
                        Arbitraries.oneOf(space(), Arbitraries.just("")),
                        Arbitraries.oneOf(string(), Arbitraries.just("")))
                .as((schema, space, argument) -> schema + space + "." + space + "one(" + argument + ")");
    }

    private Arbitrary<String> string() {
        return Arbitraries.oneOf(
                text("''", "\\", "$$", "$").map(text -> "'" + text + "'"),
                text("''", "$t$").map(text -> "N'" + text + "'"),
                text("''", "\\\\", "\\0061").map(text -> "U&'" + text + "'"),
                text("''", "\\'", "\\\\", "$$").map(text -> "E'" + text + "'"),
                Combinators.combine(text("\\'", "''"), lineBreak(), text("\\'", "\\\\"))
                        .as((first, lineBreak, second) -> "e'" + first + "'" + lineBreak + "'" + second + "'"),
                text("'", "\\", " $t$ ", "\"").map(text -> "$$" + text + " $$"),
                text("'", "\\", "$$", "$u$", "$").map(text -> "$t$" + text + " $t$"));
    }

    private Arbitrary<String> text(String... special) {
        return Arbitraries.oneOf(
                        Arbitraries.of(special),
                        Arbitraries.of(
                                "pharmacy.vial", " pharmacy.one()", ";", "--", "/*", "*/", "\"", "\n", "é", "e", "9"))
                .list()
                .ofMaxSize(6)
                .map(pieces -> String.join("", pieces));
    }

    private Arbitrary<String> lineBreak() {
        return Arbitraries.of("\n", "\r", " \n\t", "\n-- it's pharmacy.vial\n", "--'\n", "\n--\r  ");
    }

    private Arbitrary<String> space() {
        return Arbitraries.of(
                " ",
                "\n",
                "\t\r",
                "\f",
                "\u000b",
                "/* pharmacy.vial */",
                "/*/* ' */ $$ */",
                "-- it's pharmacy.vial\n",
                "--$$\r",
                "/* \" */ ");
    }

    private Arbitrary<String> table() {
        return Arbitraries.of(
                "pharmacy.vial", "pharmacy.vial", "PHARMACY.VIAL", "\"pharmacy\".\"vial\"", "pharmacy . vial");
    }

    private Arbitrary<String> end() {
        return Arbitraries.of("", ";", " ; -- pharmacy.vial", "/* pharmacy.vial */;", " -- pharmacy.vial;");
    }

    @Provide
    Arbitrary<String> scraps() {
        return Arbitraries.of(
                        "pharmacy.vial",
                        "pharmacy.one()",
                        "'",
                        "''",
                        "\"",
                        "E'",
                        "U&'",
                        "$$",
                        "$t$",
                        "$",
                        "$1",
                        "\\",
                        "\\'",
                        "--",
                        "/*",
                        "*/",
                        "\n",
                        "\r",
                        " ",
                        " ",
                        ",",
                        ".",
                        "1",
                        "e",
                        "a",
                        "é",
                        "\u3000",
                        "\u001c",
                        "||",
                        "(",
                        ")",
                        " from ",
                        "::text",
                        "null",
                        "t_1",
                        ":",
                        "B'",
                        "*")
                .list()
                .ofMinSize(1)
                .ofMaxSize(14)
                .map(scraps -> "select " + String.join("", scraps));
    }
}
