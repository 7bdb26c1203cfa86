import dev.firstfill.local.LocalStack;
import dev.firstfill.local.Server;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Finding patients by blind tokens, beside plain indexed columns of the very same rows; see bench/README.md. */
public final class BlindIndex {
    private static final int RECORD_BYTES = 900;
    private static final int PREFIX_MIN = 3;
    private static final int PREFIX_MAX = 10;
    private static final int WARM_UP = 3_000;
    private static final String[] SYLLABLES = {
        "ve", "ga", "or", "te", "nu", "gent", "san", "do", "val", "bro", "ok", "hall", "ra", "man", "qui", "ll", "ber", "nez"
    };

    private final int rounds;
    private final int lookups;
    private final int patients;
    private final Random random = new Random(7);
    private final Mac mac;

    private record Person(String family, String given, LocalDate birthDate, String phone) {}

    private interface Lookup {
        void run(Person wanted) throws SQLException, GeneralSecurityException;
    }

    public static void main(String[] words) throws Exception {
        new BlindIndex(Integer.parseInt(words[0]), Integer.parseInt(words[1]), Integer.parseInt(words[2])).run();
    }

    private BlindIndex(int rounds, int lookups, int patients) throws GeneralSecurityException {
        this.rounds = rounds;
        this.lookups = lookups;
        this.patients = patients;
        this.mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(new byte[32], "HMAC"));
    }

    private void run() throws Exception {
        var stack = LocalStack.named("bench").with(EnumSet.of(Server.POSTGRES)).start();
        var database = "blind_index_" + UUID.randomUUID().toString().replace("-", "");
        try (var admin = stack.superuser().connect("postgres")) {
            admin.createStatement().execute("create database " + database);
            try (var connection = stack.superuser().connect(database)) {
                var people = fill(connection);
                measure(connection, people);
            } finally {
                admin.createStatement().execute("drop database " + database + " with (force)");
            }
        } finally {
            stack.close();
        }
    }

    /** The table as the migration makes it, and beside the tokens the same in clear with the indexes it would have. */
    private Person[] fill(Connection connection) throws Exception {
        var statement = connection.createStatement();
        statement.execute("do $$ begin create role pharmacy_role; exception when duplicate_object then null; end $$");
        statement.execute("create schema pharmacy");
        statement.execute(Files.readString(Path.of("src/main/resources/db/tenant/V001__patients.sql")));
        statement.execute("""
                alter table pharmacy.patient
                  add column plain_family text not null, add column plain_birth date not null,
                  add column plain_phone text not null;
                create index plain_name on pharmacy.patient (plain_birth, plain_family text_pattern_ops);
                create index plain_phone on pharmacy.patient (plain_phone);
                """);
        var people = new Person[patients];
        connection.setAutoCommit(false);
        try (var insert = connection.prepareStatement("""
                insert into pharmacy.patient
                  (id, version, record, search_tokens, created_at, updated_at, plain_family, plain_birth, plain_phone)
                values (?, 1, ?, ?, now(), now(), ?, ?, ?)
                """)) {
            for (int number = 0; number < patients; number++) {
                var person = person(number);
                people[number] = person;
                var record = new byte[RECORD_BYTES];
                random.nextBytes(record);
                insert.setObject(1, new UUID(random.nextLong(), number));
                insert.setBytes(2, record);
                insert.setArray(3, connection.createArrayOf("bigint", tokens(person).toArray()));
                insert.setString(4, person.family());
                insert.setObject(5, person.birthDate());
                insert.setString(6, person.phone());
                insert.addBatch();
                if (number % 1_000 == 999) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
        statement.execute("vacuum analyze pharmacy.patient");
        return people;
    }

    private Person person(int number) {
        return new Person(
                name(), name(), LocalDate.of(1930, 1, 1).plusDays(random.nextInt(28_000)), "+1617%07d".formatted(number));
    }

    private String name() {
        var name = new StringBuilder();
        for (int part = 0; part < 3; part++) {
            name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return name.toString();
    }

    private Set<Long> tokens(Person person) throws GeneralSecurityException {
        var tokens = new LinkedHashSet<Long>();
        for (int length = PREFIX_MIN; length <= PREFIX_MAX; length++) {
            tokens.add(token("family", cut(person.family(), length)));
            tokens.add(token("given", cut(person.given(), length)));
        }
        tokens.add(token("birth", person.birthDate().toString()));
        tokens.add(token("phone", person.phone()));
        return tokens;
    }

    private static String cut(String text, int length) {
        return text.substring(0, Math.min(length, text.length()));
    }

    private long token(String kind, String value) {
        return ByteBuffer.wrap(mac.doFinal((kind + value).getBytes(StandardCharsets.UTF_8))).getLong();
    }

    private void measure(Connection connection, Person[] people) throws Exception {
        var blind = connection.prepareStatement("select id, record from pharmacy.patient where search_tokens @> ?");
        var phone = connection.prepareStatement("select id, record from pharmacy.patient where plain_phone = ?");
        var name = connection.prepareStatement(
                "select id, record from pharmacy.patient where plain_birth = ? and plain_family like ?");
        System.out.printf(Locale.ROOT, "%d patients, %d look-ups a round, %d rounds%n%n", patients, lookups, rounds);
        System.out.printf("%-32s %12s %12s %18s%n", "look-up", "blind p50 µs", "plain p50 µs", "ratio (min–max)");
        table("phone", people,
                wanted -> read(blind, connection.createArrayOf("bigint", new Object[] {token("phone", wanted.phone())})),
                wanted -> {
                    phone.setString(1, wanted.phone());
                    read(phone);
                });
        table("3 letters of a surname, birth date", people,
                wanted -> read(blind, connection.createArrayOf("bigint", new Object[] {
                    token("family", cut(wanted.family(), PREFIX_MIN)), token("birth", wanted.birthDate().toString())
                })),
                wanted -> {
                    name.setObject(1, wanted.birthDate());
                    name.setString(2, cut(wanted.family(), PREFIX_MIN) + "%");
                    read(name);
                });
    }

    private void table(String what, Person[] people, Lookup blind, Lookup plain) throws Exception {
        p50(people, blind, WARM_UP);
        p50(people, plain, WARM_UP);
        var ours = new double[rounds];
        var theirs = new double[rounds];
        var ratios = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            ours[round] = p50(people, blind, lookups);
            theirs[round] = p50(people, plain, lookups);
            ratios[round] = ours[round] / theirs[round];
        }
        Arrays.sort(ours);
        Arrays.sort(theirs);
        Arrays.sort(ratios);
        System.out.printf(Locale.ROOT, "%-34s %10.0f %12.0f %8.2f (%.2f–%.2f)%n", what,
                ours[rounds / 2], theirs[rounds / 2], ratios[rounds / 2], ratios[0], ratios[rounds - 1]);
    }

    private double p50(Person[] people, Lookup lookup, int times) throws Exception {
        var micros = new double[times];
        for (int time = 0; time < times; time++) {
            var wanted = people[random.nextInt(people.length)];
            long began = System.nanoTime();
            lookup.run(wanted);
            micros[time] = (System.nanoTime() - began) / 1e3;
        }
        Arrays.sort(micros);
        return micros[times / 2];
    }

    private static void read(PreparedStatement statement, Array tokens) throws SQLException {
        statement.setArray(1, tokens);
        read(statement);
    }

    private static void read(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            if (!rows.next()) {
                throw new IllegalStateException("Somebody who is there was not found.");
            }
            rows.getBytes("record");
        }
    }
}
