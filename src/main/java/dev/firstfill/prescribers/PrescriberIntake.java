package dev.firstfill.prescribers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firstfill.identifiers.Npi;
import dev.firstfill.kernel.Folded;
import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Json;
import dev.firstfill.kernel.Rows;
import dev.firstfill.kernel.UniqueRule;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Enters many prescribers at once, inside the act of whoever has them; those who are there already are recognised. */
public final class PrescriberIntake {
    private static final UniqueRule NPI_UNIQUE =
            new UniqueRule("prescriber_npi_unique", PrescriberRefusals.NpiTaken::new);

    private final Mutiny.QueryProducer session;
    private final Instant now;
    private final Map<String, PrescriberId> known;
    private final List<PrescriberColumns> taken = new ArrayList<>();

    private PrescriberIntake(Mutiny.QueryProducer session, Map<String, PrescriberId> known, Instant now) {
        this.session = session;
        this.known = known;
        this.now = now;
    }

    private record PrescriberColumns(
            UUID id, String npi, String familyFolded, List<String> officePhones, JsonNode details, Instant at) {}

    /** @param expected whom it is going to be asked for */
    public static Uni<PrescriberIntake> open(Mutiny.QueryProducer session, Collection<Npi> expected, Instant now) {
        return new Prescribers(session)
                .idsOf(expected)
                .map(found -> new PrescriberIntake(session, new HashMap<>(found), now));
    }

    public Optional<PrescriberId> known(Npi npi) {
        return Optional.ofNullable(known.get(npi.value()));
    }

    public PrescriberId take(PrescriberDetails details) {
        var id = new PrescriberId(Ids.next());
        known.put(details.npi().value(), id);
        taken.add(new PrescriberColumns(
                id.value(),
                details.npi().value(),
                Folded.of(details.name().family()).value(),
                details.officePhones().toList(),
                Json.tree(details),
                now));
        return id;
    }

    public Uni<Void> write() {
        return NPI_UNIQUE.on(new Rows(session).write("""
                insert into pharmacy.prescriber
                  (id, version, npi, family_folded, office_phones, details, created_at, updated_at)
                select r.id, 1, r.npi, r.family_folded, r.office_phones, r.details, r.at, r.at
                from json_to_recordset(cast(cast(:rows as text) as json))
                  as r (id uuid, npi text, family_folded text, office_phones text[], details jsonb, at timestamptz)
                """, taken));
    }
}
