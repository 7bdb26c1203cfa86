package dev.firstfill.referrals;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.kernel.Writing;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Opens the case that a referral begins, inside the transaction in which the referral is received. */
public interface CaseOpening {
    Uni<OpenedCase> open(Writing desk, NewCase newCase);

    /** What the pharmacy's settings demand of a referral for the drug before work on it begins. */
    default Uni<RequiredInformation> required(Writing desk, @Nullable DrugId drug) {
        return Uni.createFrom().item(RequiredInformation.USUAL);
    }
}
