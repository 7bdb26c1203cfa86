package dev.firstfill.bench.platform;

/** The statement with which Hibernate reads a patient, with the sealed key from the table beside it. */
public final class PatientRow {
    private PatientRow() {}

    /** @param id as SQL: a value in quotes, or the place of one */
    public static String select(String schema, String id) {
        return """
                select p.id, p.created_at, p.erased_at, p.number, p.record, p.search_tokens, p.updated_at, p.version, k.wrapped \
                from %1$s.patient p left join %1$s.patient_key k on p.id = k.patient_id where p.id = %2$s\
                """.formatted(schema, id);
    }
}
