package dev.firstfill.bench.platform;

import dev.firstfill.bench.load.Loop;
import dev.firstfill.patients.SealedPatient;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * Fills pharmacies with patients, really sealed with their keys, streaming, by {@code COPY}. Who they are follows from
 * the pharmacy's place and theirs alone, and is the same in every run; only keys and sealed bytes differ.
 */
public final class Filling {
    private static final int BATCH = 500;
    private static final int TELL_EVERY = 50_000;
    private static final int LINES = 10_000;
    private static final int EXCHANGES = 99;
    private static final int FIRST_EXCHANGE = 512;
    private static final int BIRTH_DATES = 28_000;
    private static final List<String> FAMILIES = List.of(
            "Vega", "Okafor", "Nguyen", "Santos", "Valdez", "Brooks", "Hallman", "Quill", "Bergström", "O'Neill");
    private static final List<String> GIVEN =
            List.of("Marisol", "Tunde", "Linh", "Rafael", "Ines", "Dana", "Priya", "Owen", "Astrid", "Maeve");

    private final Platform platform;
    private final List<Pharmacy> pharmacies;
    private final int patientsEach;

    public Filling(Platform platform, List<Pharmacy> pharmacies, int patientsEach) {
        this.platform = platform;
        this.pharmacies = List.copyOf(pharmacies);
        this.patientsEach = patientsEach;
    }

    /** Everybody's number is another one: no two of less than two million share theirs. */
    public static String phone(long person) {
        var area = person % 2 == 0 ? 617 : 212;
        return "+1%d%d%04d".formatted(area, FIRST_EXCHANGE + person / 2 / LINES % EXCHANGES, person / 2 % LINES);
    }

    public long patients() {
        return (long) pharmacies.size() * patientsEach;
    }

    /** Returns how many a second. */
    public double fill() throws Exception {
        platform.setting()
                .say(
                        "Filling in %,d patients, %,d for each of %,d pharmacies",
                        patients(), patientsEach, pharmacies.size());
        var next = new AtomicInteger();
        var done = new AtomicLong();
        long began = System.nanoTime();
        try (var keys = new Keys(platform)) {
            Loop.inParallel(Runtime.getRuntime().availableProcessors(), worker -> {
                try (var connection = platform.connect()) {
                    for (int place = next.getAndIncrement();
                            place < pharmacies.size();
                            place = next.getAndIncrement()) {
                        fill(connection, keys, place, done, began);
                    }
                }
            });
        }
        platform.execute("analyze");
        return patients() / ((System.nanoTime() - began) / 1e9);
    }

    private void fill(Connection connection, Keys keys, int place, AtomicLong done, long began) throws Exception {
        var pharmacy = pharmacies.get(place);
        for (int first = 0; first < patientsEach; first += BATCH) {
            var seals = keys.of(pharmacy.tenant());
            var rows = new StringBuilder();
            var wrapped = new StringBuilder();
            int end = Math.min(first + BATCH, patientsEach);
            for (int number = first; number < end; number++) {
                long person = (long) place * patientsEach + number;
                var sealed = SealedPatient.of(seals, id(person), json(person));
                rows.append(sealed.id())
                        .append("\t1\t")
                        .append(hex(sealed.record()))
                        .append('\t')
                        .append(Arrays.stream(sealed.tokens())
                                .map(String::valueOf)
                                .collect(Collectors.joining(",", "{", "}")))
                        .append("\t2026-01-05T14:00:00Z\t2026-01-05T14:00:00Z\n");
                wrapped.append(sealed.id())
                        .append('\t')
                        .append(hex(sealed.key()))
                        .append('\n');
            }
            copy(
                    connection,
                    pharmacy.schema() + ".patient (id, version, record, search_tokens, created_at, updated_at)",
                    rows);
            copy(connection, pharmacy.schema() + ".patient_key (patient_id, wrapped)", wrapped);
            tell(done.addAndGet(end - first), end - first, began);
        }
    }

    private void tell(long done, int added, long began) {
        if (done / TELL_EVERY > (done - added) / TELL_EVERY) {
            double seconds = (System.nanoTime() - began) / 1e9;
            platform.setting()
                    .say("  %,d of %,d, about %.0f s more", done, patients(), seconds / done * (patients() - done));
        }
    }

    private static void copy(Connection connection, String into, StringBuilder rows) throws SQLException, IOException {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + into + " from stdin", new java.io.StringReader(rows.toString()));
    }

    private static String hex(byte[] bytes) {
        return "\\\\x" + HexFormat.of().formatHex(bytes);
    }

    /** As of UUIDv7, so that lists have them in order. */
    private static UUID id(long person) {
        return new UUID(
                0x019b_0000_0000_7000L + (person << 16 & 0x0000_ffff_ffff_0000L), 0x8000_0000_0000_0000L | person);
    }

    private static String json(long person) {
        return """
                {"name": {"given": "%s", "family": "%s"}, "birthDate": "%s", "sex": "female",
                 "phones": [{"use": "mobile", "number": "%s", "preferred": true}],
                 "addresses": [{"use": "home", "line1": "%d Elm St", "city": "Albany", "state": "NY", "zip": "12207"}],
                 "diagnoses": [{"code": "M05.79", "primary": true}]}
                """.formatted(
                        GIVEN.get((int) (person / 10 % GIVEN.size())),
                        FAMILIES.get((int) (person % FAMILIES.size())),
                        LocalDate.of(1930, 1, 1).plusDays(person * 7919 % BIRTH_DATES),
                        phone(person),
                        1 + person % 999);
    }
}
