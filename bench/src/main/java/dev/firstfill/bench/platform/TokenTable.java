package dev.firstfill.bench.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The table of patients as its migration makes it, and beside the tokens the same in clear, with the indexes that it
 * would have. Records are random bytes: nobody opens them here.
 */
public final class TokenTable {
    private static final int RECORD_BYTES = 900;
    private static final int PREFIX_MIN = 3;
    private static final int PREFIX_MAX = 10;
    private static final int BATCH = 1_000;
    private static final int SEED = 7;
    private static final Mac MAC = mac();
    private static final String[] SYLLABLES = {
        "ve", "ga", "or", "te", "nu", "gent", "san", "do", "val", "bro", "ok", "hall", "ra", "man", "qui", "ll", "ber",
        "nez"
    };

    private final Platform platform;
    private final Connection connection;
    private final Random random = new Random(SEED);
    private final List<Person> people = new ArrayList<>();

    /** Somebody to look for. */
    public record Person(String family, String given, LocalDate birthDate, String phone) {

        public String familyFrom(int letters) {
            return cut(family, letters);
        }
    }

    public TokenTable(Platform platform, Connection connection) {
        this.platform = platform;
        this.connection = connection;
    }

    public Person anybody(Random by) {
        return people.get(by.nextInt(people.size()));
    }

    public void fill(int patients) throws Exception {
        platform.setting().say("  %,d patients with their tokens", patients);
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "do $$ begin create role pharmacy_role; exception when duplicate_object then null; end $$");
            statement.execute("create schema pharmacy");
            statement.execute(Files.readString(
                    platform.setting().root().resolve("src/main/resources/db/tenant/V001__patients.sql")));
            statement.execute("""
                    alter table pharmacy.patient
                      add column plain_family text not null, add column plain_birth date not null,
                      add column plain_phone text not null;
                    create index plain_name on pharmacy.patient (plain_birth, plain_family text_pattern_ops);
                    create index plain_phone on pharmacy.patient (plain_phone);
                    """);
            insert(patients);
            statement.execute("vacuum analyze pharmacy.patient");
        }
    }

    private void insert(int patients) throws SQLException {
        connection.setAutoCommit(false);
        try (var insert = connection.prepareStatement("""
                insert into pharmacy.patient
                  (id, version, record, search_tokens, created_at, updated_at, plain_family, plain_birth, plain_phone)
                values (?, 1, ?, ?, now(), now(), ?, ?, ?)
                """)) {
            for (int number = 0; number < patients; number++) {
                var person = person(number);
                people.add(person);
                var record = new byte[RECORD_BYTES];
                random.nextBytes(record);
                insert.setObject(1, new UUID(random.nextLong(), number));
                insert.setBytes(2, record);
                insert.setArray(
                        3, connection.createArrayOf("bigint", tokens(person).toArray()));
                insert.setString(4, person.family());
                insert.setObject(5, person.birthDate());
                insert.setString(6, person.phone());
                insert.addBatch();
                if (number % BATCH == BATCH - 1) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private Person person(int number) {
        return new Person(
                name(),
                name(),
                LocalDate.of(1930, 1, 1).plusDays(random.nextInt(28_000)),
                "+1617%07d".formatted(number));
    }

    private String name() {
        var name = new StringBuilder();
        for (int part = 0; part < 3; part++) {
            name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return name.toString();
    }

    private static Set<Long> tokens(Person person) {
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

    /** An HMAC of what is sought, as the product makes one with the pharmacy's key. One thread at a time. */
    public static long token(String kind, String value) {
        return ByteBuffer.wrap(MAC.doFinal((kind + value).getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    private static Mac mac() {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(new byte[32], "HMAC"));
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HMAC-SHA256.", impossible);
        }
    }
}
