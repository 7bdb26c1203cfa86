package dev.firstfill.dispensing;

import dev.firstfill.inventory.Recall;
import dev.firstfill.inventory.RecallId;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** How far recalls reached, in figures. To whom, {@link DispenseLog} says. */
public final class RecallReach {
    private final Mutiny.QueryProducer session;

    public RecallReach(Mutiny.QueryProducer session) {
        this.session = session;
    }

    /**
     * How many dispenses hold called-back lots.
     *
     * @param sent left the pharmacy, as {@link DispenseLog#whereabouts} counts: those that came back undelivered apart
     * @param inHouse set aside and still to leave
     */
    public record Reach(long sent, long inHouse) {
        public static final Reach NOBODY = new Reach(0, 0);
    }

    /** Recalls whose lots reached no dispense are left out. */
    public Uni<Map<RecallId, Reach>> reachOf(Collection<Recall> recalls) {
        var ids = new ArrayList<String>();
        var drugs = new ArrayList<String>();
        var lots = new ArrayList<String>();
        recalls.forEach(recall -> recall.lotNumbers().forEach(lot -> {
            ids.add(recall.id().toString());
            drugs.add(recall.drug().toString());
            lots.add(lot);
        }));
        return session.createNativeQuery("""
                        select w.id,
                          count(distinct d.id) filter (
                            where d.shipped_at is not null
                              and (d.returned_at is null or d.delivered_at is not null)),
                          count(distinct d.id) filter (where d.state in ('QUEUED', 'FILLED', 'VERIFIED', 'PACKED'))
                        from unnest(cast(cast(:ids as text[]) as uuid[]), cast(cast(:drugs as text[]) as uuid[]),
                                    cast(:lots as text[])) as w (id, drug, lot)
                        join pharmacy.dispense_lot l on l.drug_id = w.drug and l.lot_number = w.lot
                        join pharmacy.dispense d on d.id = l.dispense_id
                        group by w.id
                        """, Object[].class)
                .setParameter("ids", ids.toArray(String[]::new))
                .setParameter("drugs", drugs.toArray(String[]::new))
                .setParameter("lots", lots.toArray(String[]::new))
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> new RecallId((UUID) row[0]),
                                row -> new Reach(((Number) row[1]).longValue(), ((Number) row[2]).longValue()))));
    }
}
