package dev.firstfill.prescribing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firstfill.identifiers.Icd10Code;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Json;
import dev.firstfill.kernel.Rows;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The statements that write many prescriptions at once. */
final class PastPrescriptions {
    private final Mutiny.QueryProducer session;
    private final Rows rows;

    PastPrescriptions(Mutiny.QueryProducer session) {
        this.session = session;
        this.rows = new Rows(session);
    }

    /** In the order of their ids, and not watched by the session: what becomes of them is written here, all at once. */
    Uni<List<Prescription>> locked(Collection<UUID> those) {
        return those.isEmpty()
                ? Uni.createFrom().item(List.of())
                : session.createSelectionQuery(
                                "from Prescription p where p.id in :those order by p.id", Prescription.class)
                        .setParameter("those", those)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .setReadOnly(true)
                        .getResultList();
    }

    private record Columns(
            UUID id,
            UUID patientId,
            UUID prescriberId,
            UUID drugId,
            String state,
            BigDecimal quantity,
            String unit,
            int daysSupply,
            int refillsAuthorised,
            int fillsTaken,
            LocalDate writtenOn,
            LocalDate startsOn,
            LocalDate expiresOn,
            String dispenseAsWritten,
            String origin,
            @Nullable JsonNode dosing,
            List<String> icd10Codes,
            byte[] record,
            Instant at) {
        static Columns of(Prescription prescription) {
            var terms = prescription.terms();
            return new Columns(
                    prescription.id().value(),
                    prescription.patient().value(),
                    prescription.prescriber().value(),
                    prescription.drug().value(),
                    prescription.state().name(),
                    terms.quantity(),
                    terms.unit().name(),
                    terms.daysSupply(),
                    terms.refillsAuthorised(),
                    prescription.fillsTaken(),
                    terms.writtenOn(),
                    terms.startsOn(),
                    terms.expiresOn(),
                    terms.dispenseAsWritten().name(),
                    terms.origin().name(),
                    terms.dosing() == null ? null : Json.tree(terms.dosing()),
                    prescription.icd10Codes().stream().map(Icd10Code::value).toList(),
                    prescription.record(),
                    prescription.createdAt());
        }
    }

    Uni<Void> insert(Collection<Prescription> prescriptions) {
        return rows.write("""
                insert into pharmacy.prescription
                  (id, version, patient_id, prescriber_id, drug_id, state, quantity, unit, days_supply,
                   refills_authorised, fills_taken, written_on, starts_on, expires_on, dispense_as_written, origin,
                   dosing, icd10_codes, record, created_at, updated_at)
                select r.id, 1, r.patient_id, r.prescriber_id, r.drug_id, r.state, r.quantity, r.unit, r.days_supply,
                       r.refills_authorised, r.fills_taken, r.written_on, r.starts_on, r.expires_on,
                       r.dispense_as_written, r.origin, r.dosing, r.icd10_codes, r.record, r.at, r.at
                from json_to_recordset(cast(cast(:rows as text) as json))
                  as r (id uuid, patient_id uuid, prescriber_id uuid, drug_id uuid, state text, quantity numeric,
                        unit text, days_supply integer, refills_authorised integer, fills_taken integer,
                        written_on date, starts_on date, expires_on date, dispense_as_written text, origin text,
                        dosing jsonb, icd10_codes text[], record bytea, at timestamptz)
                """, prescriptions.stream().map(Columns::of).toList());
    }

    private record Grown(UUID id, String state, int fillsTaken, Instant at) {}

    Uni<Void> update(List<Prescription> prescriptions, Instant now) {
        return rows.write(
                """
                update pharmacy.prescription p
                set state = r.state, fills_taken = r.fills_taken, version = p.version + 1, updated_at = r.at
                from json_to_recordset(cast(cast(:rows as text) as json))
                  as r (id uuid, state text, fills_taken integer, at timestamptz)
                where p.id = r.id
                """,
                prescriptions.stream()
                        .map(prescription -> new Grown(
                                prescription.id().value(), prescription.state().name(), prescription.fillsTaken(), now))
                        .toList());
    }

    private record Change(
            UUID prescriptionId,
            UUID id,
            UUID patientId,
            Instant at,
            String byId,
            String byName,
            String kind,
            @Nullable String fromState,
            String toState) {
        static Change of(
                Prescription changed, ChangeKind kind, @Nullable PrescriptionState from, Colleague by, Instant now) {
            return new Change(
                    changed.id().value(),
                    Ids.next(),
                    changed.patient().value(),
                    now,
                    by.id(),
                    by.name(),
                    kind.name(),
                    from == null ? null : from.name(),
                    changed.state().name());
        }
    }

    /** @param filled those that fills were added to, as they stood before */
    Uni<Void> changed(
            Collection<Prescription> entered,
            Map<UUID, Standing> filled,
            Map<UUID, Prescription> all,
            Colleague by,
            Instant now) {
        var changes = new ArrayList<Change>();
        entered.forEach(one -> changes.add(Change.of(one, ChangeKind.IMPORTED, null, by, now)));
        filled.forEach((id, before) ->
                changes.add(Change.of(all.get(id), ChangeKind.FILLS_IMPORTED, before.state(), by, now)));
        return rows.write("""
                insert into pharmacy.prescription_change
                  (prescription_id, id, patient_id, at, by_id, by_name, kind, from_state, to_state)
                select r.prescription_id, r.id, r.patient_id, r.at, r.by_id, r.by_name, r.kind, r.from_state, r.to_state
                from json_to_recordset(cast(cast(:rows as text) as json))
                  as r (prescription_id uuid, id uuid, patient_id uuid, at timestamptz, by_id text, by_name text,
                        kind text, from_state text, to_state text)
                """, changes);
    }
}
