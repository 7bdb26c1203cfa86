package dev.firstfill.drugs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firstfill.identifiers.Ndc;
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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Enters many drugs at once, inside the act of whoever has them; those that are there already are recognised. */
public final class DrugIntake {
    private static final UniqueRule NDC_UNIQUE = new UniqueRule("drug_ndc_unique", DrugRefusals.NdcTaken::new);

    private final Mutiny.QueryProducer session;
    private final Instant now;
    private final Map<UUID, Drug> byId;
    private final Map<String, Drug> byNdc = new HashMap<>();
    private final List<DrugColumns> taken = new ArrayList<>();

    private DrugIntake(Mutiny.QueryProducer session, List<Drug> known, Instant now) {
        this.session = session;
        this.now = now;
        this.byId = known.stream()
                .collect(Collectors.toMap(drug -> drug.id().value(), Function.identity(), (one, same) -> one));
        known.forEach(drug -> byNdc.put(drug.details().ndc().digits(), drug));
    }

    private record DrugColumns(
            UUID id, String ndc, String ndcAsEntered, String nameFolded, JsonNode details, Instant at) {}

    /** @param expected what it is going to be asked for, by NDC and by id */
    public static Uni<DrugIntake> open(
            Mutiny.QueryProducer session, Collection<Ndc> expected, Collection<UUID> ids, Instant now) {
        return new Drugs(session).all(expected, ids).map(known -> new DrugIntake(session, known, now));
    }

    public Optional<Drug> known(Ndc ndc) {
        return Optional.ofNullable(byNdc.get(ndc.digits()));
    }

    /** Empty when it was not expected. */
    public Optional<Drug> known(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Drug take(DrugDetails details) {
        var drug = new Drug(new DrugId(Ids.next()), details, now);
        byId.put(drug.id().value(), drug);
        byNdc.put(details.ndc().digits(), drug);
        taken.add(new DrugColumns(
                drug.id().value(),
                details.ndc().digits(),
                details.ndc().original(),
                Folded.of(details.name()).value(),
                Json.tree(details),
                now));
        return drug;
    }

    public Uni<Void> write() {
        return NDC_UNIQUE.on(new Rows(session).write("""
                insert into pharmacy.drug
                  (id, version, ndc, ndc_as_entered, name_folded, details, created_at, updated_at)
                select r.id, 1, r.ndc, r.ndc_as_entered, r.name_folded, r.details, r.at, r.at
                from json_to_recordset(cast(cast(:rows as text) as json))
                  as r (id uuid, ndc text, ndc_as_entered text, name_folded text, details jsonb, at timestamptz)
                """, taken));
    }
}
