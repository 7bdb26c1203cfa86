package dev.firstfill.authorisations;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Json;
import dev.firstfill.kernel.Seals;
import dev.firstfill.patients.PatientChart;
import dev.firstfill.patients.PatientId;
import dev.firstfill.patients.PatientRefusals;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The queries on prior authorisations. Seals on the way in, opens on the way out. */
final class Authorisations {
    private final Mutiny.QueryProducer session;
    private final Seals seals;

    Authorisations(Mutiny.QueryProducer session, Seals seals) {
        this.session = session;
        this.seals = seals;
    }

    Uni<List<PriorAuthorisation>> of(PatientId patient, DrugId drug) {
        return session.createSelectionQuery("""
                        from AuthorisationRow a
                        where a.patient = :patient and a.drug = :drug
                        order by a.id desc
                        """, AuthorisationRow.class)
                .setParameter("patient", patient.value())
                .setParameter("drug", drug.value())
                .getResultList()
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : sealOf(patient).map(seal -> rows.stream()
                                .map(row -> opened(row, seal))
                                .toList()));
    }

    Uni<AuthorisationRow> sealed(PatientId patient, DrugId drug, AuthorisationDetails details, Instant now) {
        var id = new AuthorisationId(Ids.next());
        var record = new AuthorisationRecord(details.payer(), details.number(), details.note());
        return sealOf(patient)
                .map(seal -> new AuthorisationRow(
                        id, patient, drug, details, seal.seal(place(id.value()), Json.bytes(record)), now));
    }

    Uni<PriorAuthorisation> opened(AuthorisationRow row) {
        return sealOf(new PatientId(row.patient())).map(seal -> opened(row, seal));
    }

    private Uni<Seals.OfPerson> sealOf(PatientId patient) {
        return new PatientChart(session, seals)
                .sealsOf(List.of(patient.value()))
                .map(found -> found.get(patient.value()))
                .onItem()
                .ifNull()
                .failWith(PatientRefusals.PatientErased::new);
    }

    private static PriorAuthorisation opened(AuthorisationRow row, Seals.OfPerson seal) {
        return row.opened(Json.read(seal.open(place(row.id()), row.record()), AuthorisationRecord.class));
    }

    private static Seals.Place place(UUID id) {
        return new Seals.Place("prior_authorisation", "record", id);
    }
}
