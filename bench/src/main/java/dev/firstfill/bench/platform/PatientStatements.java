package dev.firstfill.bench.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What creating a patient sends to PostgreSQL, as a script for pgbench: {@code patient-create.sql}. It was taken from the
 * server's log of statements, and each run of the benchmark takes the log anew and compares.
 */
public final class PatientStatements {
    private static final String SCRIPT = "/dev/firstfill/bench/patient-create.sql";

    /** Hibernate has looked at everything that it looks at once by then. */
    private static final int WARM_UP = 20;

    /** The beginning of each statement, in their order. */
    private static final List<String> SENT = List.of(
            "begin",
            "select pg_try_advisory_xact_lock($1)",
            "select k.request, k.noun, k.person, k.status, k.headers::text, k.answer, p.wrapped from pharmacy.idempotency_key k",
            "select cf1_0.id,cf1_0.created_at,cf1_0.definition,cf1_0.key,cf1_0.updated_at,cf1_0.version from pharmacy.custom",
            "with added as ( insert into pharmacy.patient (id, version, record, search_tokens, created_at, updated_at)",
            "insert into pharmacy.outbox_event (id, type, subject, subject_id, version, at, due_at) select",
            "with expired as ( delete from pharmacy.idempotency_key",
            "select pg_advisory_xact_lock($1)",
            "with recursive head (seq, hash) as ( select seq, hash from ( (select seq, hash from pharmacy.audit_record",
            "commit");

    private final Map<String, String> variables;

    private PatientStatements(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /** @throws IllegalStateException when the program sends something else now: then the limit is that of other work */
    public static void mustStillBe(StatementLog log, Api api, Pharmacy pharmacy) throws Exception {
        for (int time = 0; time < WARM_UP; time++) {
            create(api, pharmacy);
        }
        log.mark();
        create(api, pharmacy);
        var sent = log.ofTransactionThatSent("patient_key (patient_id", pharmacy.schema());
        for (int place = 0; place < Math.max(sent.size(), SENT.size()); place++) {
            if (place >= sent.size() || place >= SENT.size() || !sent.get(place).startsWith(SENT.get(place))) {
                throw new IllegalStateException(
                        "Creating a patient sends other statements than %s has. Mend it, and the list beside it; now they are:%n%s"
                                .formatted(SCRIPT, String.join("\n", sent)));
            }
        }
    }

    private static void create(Api api, Pharmacy pharmacy) throws Exception {
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        api.exchange("POST", "/v1/patients", pharmacy.token(), Patients.MARISOL, key);
    }

    /** With values as long as those of the patient that was created last. */
    public static PatientStatements asLastOf(Platform platform, String schema) throws SQLException {
        var variables = new LinkedHashMap<String, String>();
        try (var connection = platform.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select p.record::text as record, p.search_tokens::text as tokens, k.wrapped::text as wrapped,
                          i.headers::text as headers, i.answer::text as answer, a.hash::text as hash, a.actor, a.act,
                          a.entry::text as entry, coalesce(a.sealed::text, '\\x') as sealed
                        from (select * from %1$s.patient order by number desc limit 1) p
                        join %1$s.patient_key k on k.patient_id = p.id
                        join %1$s.idempotency_key i on i.person = p.id
                        join %1$s.audit_record a on a.person = p.id
                        limit 1
                        """.formatted(schema))) {
            if (!row.next()) {
                throw new IllegalStateException("No patient was created under a key.");
            }
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                variables.put(row.getMetaData().getColumnName(column), row.getString(column));
            }
        }
        return new PatientStatements(variables);
    }

    public Map<String, String> variables() {
        return variables;
    }

    /** Transactions of one pharmacy wait for each other at the end, as in ours. */
    public String script(String schema) throws IOException {
        try (var file = PatientStatements.class.getResourceAsStream(SCRIPT)) {
            var script = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return PharmacyDdl.writtenFor(schema, script).replace(":lock", "" + schema.hashCode());
        }
    }
}
