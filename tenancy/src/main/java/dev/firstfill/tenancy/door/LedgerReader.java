package dev.firstfill.tenancy.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Disclosure;
import dev.firstfill.kernel.Json;
import dev.firstfill.kernel.Page;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.Reading;
import dev.firstfill.kernel.Seals;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.patients.PatientReference;
import dev.firstfill.patients.PatientRefusals;
import dev.firstfill.tenancy.routing.Statement;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a pharmacy's privacy officer reads its ledger. Whoever reads it passes the door like everybody else, and
 * leaves a record in it.
 */
public final class LedgerReader {
    private static final ObjectMapper JSON = Json.mapper();
    private static final Act LIST = Act.of("list", "audit-record");
    private static final Act READ = Act.of("read", "audit-record");
    private static final Act ACCESSES = Act.of("report", "access");
    private static final Act ACCOUNT = Act.of("account", "disclosure");

    private final Transactions door;

    public LedgerReader(Transactions door) {
        this.door = door;
    }

    /** The key of a page that goes on behind a record. */
    public static UUID pageKey(LedgerItem last) {
        return LedgerQueries.key(last.reference().number());
    }

    public Uni<Page<LedgerItem>> list(LedgerFilter filter, PageRequest page) {
        return door.read(LIST, desk -> {
            desk.journal().sought(filter);
            return filter.patient() == null
                    ? page(desk, filter, null, page)
                    : found(desk, filter.patient()).chain(id -> page(desk, filter, id, page));
        });
    }

    /** With what was sealed in it, opened. @throws LedgerRefusals.AuditRecordNotFound when there is none */
    public Uni<LedgerItem> read(LedgerReference record) {
        return door.read(READ, desk -> {
            desk.journal().about(record.toString());
            return select(desk, LedgerQueries.one(record.number())).map(rows -> rows.stream()
                    .filter(row -> reference(row).equals(record))
                    .map(row -> opened(desk, row))
                    .findFirst()
                    .orElseThrow(LedgerRefusals.AuditRecordNotFound::new));
        });
    }

    /** Who saw or changed this patient's data. */
    public Uni<Page<LedgerItem>> accesses(PatientReference patient, PageRequest page) {
        return door.read(
                ACCESSES, desk -> found(desk, patient).chain(id -> page(desk, LedgerFilter.of(patient), id, page)));
    }

    /**
     * What was disclosed of this patient to whom, in the order in which it was recorded (45 CFR 164.528).
     *
     * @param from the first moment, @param to the moment after the last
     * @param all also what the patient is not owed an account of
     */
    public Uni<List<Disclosure>> disclosures(PatientReference patient, Instant from, Instant to, boolean all) {
        return door.read(ACCOUNT, desk -> found(desk, patient)
                .chain(id -> select(desk, LedgerQueries.disclosures(id, from, all)))
                .map(rows -> rows.stream()
                        .map(row -> opened(desk, row).content())
                        .filter(content -> content != null && content.has("disclosure"))
                        .map(content -> disclosure(content.get("disclosure")))
                        .filter(made -> !made.at().isBefore(from) && made.at().isBefore(to))
                        .toList()));
    }

    private static Uni<UUID> found(Reading desk, PatientReference patient) {
        desk.journal().about(patient.toString());
        return select(desk, LedgerQueries.patient(patient)).map(rows -> {
            if (rows.isEmpty()) {
                throw new PatientRefusals.PatientNotFound();
            }
            return (UUID) rows.get(0)[0];
        });
    }

    private static Uni<Page<LedgerItem>> page(
            Reading desk, LedgerFilter filter, @Nullable UUID patient, PageRequest page) {
        return select(desk, LedgerQueries.page(filter, patient, page))
                .map(rows -> Page.cut(rows, page.limit(), row -> item(row, null, false)));
    }

    private static Uni<List<Object[]>> select(Reading desk, Statement statement) {
        return new SessionStatements(desk.session()).select(statement);
    }

    private static LedgerItem opened(Reading desk, Object[] row) {
        if (row[10] == null) {
            return item(row, null, false);
        }
        var sealed = ((Buffer) row[10]).getBytes();
        var place = new Seals.Place("audit_record", "sealed", (UUID) row[1]);
        var person = json((String) row[8]).path("sealedFor");
        if (person.isMissingNode()) {
            return item(row, json(desk.seals().open(place, sealed)), false);
        }
        if (row[11] == null) {
            return item(row, null, true);
        }
        var wrapped = ((Buffer) row[11]).getBytes();
        var seal = desk.seals().of(UUID.fromString(person.asText()), wrapped);
        return item(row, json(seal.open(place, sealed)), false);
    }

    private static LedgerItem item(Object[] row, @Nullable JsonNode content, boolean erased) {
        return new LedgerItem(
                reference(row),
                ((OffsetDateTime) row[2]).toInstant(),
                (String) row[3],
                (String) row[4],
                (String) row[5],
                patients((String) row[6], (String) row[7]),
                json((String) row[8]),
                content,
                erased);
    }

    private static LedgerReference reference(Object[] row) {
        return LedgerReference.of(((Number) row[0]).longValue(), ((Buffer) row[9]).getBytes());
    }

    private static List<UUID> patients(@Nullable String one, @Nullable String several) {
        if (several != null) {
            return Arrays.stream(several.split(",")).map(UUID::fromString).toList();
        }
        return one == null ? List.of() : List.of(UUID.fromString(one));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Disclosure disclosure(JsonNode content) {
        return JSON.convertValue(content, Disclosure.class);
    }
}
