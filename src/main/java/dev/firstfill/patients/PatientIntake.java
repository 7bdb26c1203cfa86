package dev.firstfill.patients;

import dev.firstfill.customfields.CustomFieldStore;
import dev.firstfill.customfields.CustomFields;
import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Rows;
import dev.firstfill.kernel.Seals;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Registers many patients at once, inside the act of whoever has them. Tells nobody: that is the act's to do. */
public final class PatientIntake {
    private final Mutiny.QueryProducer session;
    private final Seals seals;
    private final CustomFields fields;
    private final Instant now;
    private final List<PatientColumns> taken = new ArrayList<>();

    private PatientIntake(Mutiny.QueryProducer session, Seals seals, CustomFields fields, Instant now) {
        this.session = session;
        this.seals = seals;
        this.fields = fields;
        this.now = now;
    }

    public static Uni<PatientIntake> open(Mutiny.QueryProducer session, Seals seals, Instant now) {
        return new CustomFieldStore(session).all().map(fields -> new PatientIntake(session, seals, fields, now));
    }

    /** Somebody who will be a patient once it is written. */
    public record Taken(PatientId id, Seals.OfPerson seal) {}

    private record PatientColumns(UUID id, byte[] wrapped, byte[] record, Long[] searchTokens, Instant at) {}

    /** Refused when custom fields break the rules set for them. */
    public Taken take(PatientDetails details) {
        var checked = details.withCustomFields(
                fields.check(details.customFields(), Map.of()).orRefuse());
        var id = new PatientId(Ids.next());
        var key = seals.newKeyOf(id.value());
        var seal = seals.of(id.value(), key);
        taken.add(new PatientColumns(
                id.value(), key, Patients.sealed(id, checked, seal), new SearchTokens(seals).filedUnder(checked), now));
        return new Taken(id, seal);
    }

    /** In the order in which they were taken, which is that of their numbers. */
    public Uni<Void> write() {
        var rows = new Rows(session);
        return rows.write("""
                        insert into pharmacy.patient (id, version, record, search_tokens, created_at, updated_at)
                        select r.id, 1, r.record, r.search_tokens, r.at, r.at
                        from json_to_recordset(cast(cast(:rows as text) as json))
                          as r (id uuid, record bytea, search_tokens bigint[], at timestamptz)
                        """, taken).chain(() -> rows.write("""
                        insert into pharmacy.patient_key (patient_id, wrapped)
                        select r.id, r.wrapped
                        from json_to_recordset(cast(cast(:rows as text) as json)) as r (id uuid, wrapped bytea)
                        """, taken));
    }
}
