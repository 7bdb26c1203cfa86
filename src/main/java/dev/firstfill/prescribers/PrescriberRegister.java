package dev.firstfill.prescribers;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** Who prescribes for the pharmacy's patients, as other contexts look them up inside acts of their own. */
public final class PrescriberRegister {
    private final Prescribers prescribers;

    public PrescriberRegister(Mutiny.QueryProducer session) {
        this.prescribers = new Prescribers(session);
    }

    /** Refused as not found when the pharmacy has no such prescriber. */
    public Uni<Prescriber> prescriber(PrescriberReference prescriber) {
        return prescribers.find(prescriber);
    }
}
