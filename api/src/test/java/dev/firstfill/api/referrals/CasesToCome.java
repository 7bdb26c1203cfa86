package dev.firstfill.api.referrals;

import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Writing;
import dev.firstfill.referrals.CaseOpening;
import dev.firstfill.referrals.NewCase;
import dev.firstfill.referrals.OpenedCase;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Stands in until cases are there, which take its place by being there. */
@DefaultBean
@ApplicationScoped
class CasesToCome implements CaseOpening {
    @Override
    public Uni<OpenedCase> open(Writing desk, NewCase newCase) {
        return Uni.createFrom().item(new OpenedCase(Ids.next(), "C1001"));
    }
}
