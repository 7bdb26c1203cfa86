package dev.firstfill.prescribers;

import dev.firstfill.identifiers.Npi;
import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.UniqueRule;
import dev.firstfill.kernel.Writing;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Who prescribes for the pharmacy's patients, as other contexts look them up inside acts of their own. */
public final class PrescriberRegister {
    private static final UniqueRule NPI_UNIQUE =
            new UniqueRule("prescriber_npi_unique", PrescriberRefusals.NpiTaken::new);

    private final Prescribers prescribers;

    public PrescriberRegister(Mutiny.QueryProducer session) {
        this.prescribers = new Prescribers(session);
    }

    /** Refused as not found when the pharmacy has no such prescriber. */
    public Uni<Prescriber> prescriber(PrescriberReference prescriber) {
        return prescribers.find(prescriber);
    }

    public Uni<Boolean> knows(Npi npi) {
        return prescribers.idsOf(List.of(npi)).map(known -> !known.isEmpty());
    }

    /**
     * The one with this NPI, entered if nobody has; who is there already stays as entered. Two acts that may enter the
     * same one at once have to wait for each other.
     */
    public Uni<Prescriber> registered(Writing desk, PrescriberDetails details, Instant now) {
        return prescribers.idsOf(List.of(details.npi())).chain(known -> {
            var there = known.get(details.npi().value());
            if (there != null) {
                return prescribers.find(there);
            }
            var entered = new Prescriber(new PrescriberId(Ids.next()), details, now);
            desk.journal().changed(entered.id().value(), null, null, details);
            return desk.session()
                    .persist(entered)
                    .chain(() -> NPI_UNIQUE.on(desk.session().flush()))
                    .replaceWith(entered);
        });
    }
}
