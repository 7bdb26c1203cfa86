package dev.firstfill.referrals;

import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Writing;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Whoever opens cases, as far as a referral notices. */
final class Cases implements CaseOpening {
    private final List<NewCase> opened = new CopyOnWriteArrayList<>();

    @Override
    public Uni<OpenedCase> open(Writing desk, NewCase newCase) {
        opened.add(newCase);
        return Uni.createFrom().item(new OpenedCase(Ids.next(), "C" + (1000 + opened.size())));
    }

    NewCase of(Referral referral) {
        return opened.stream()
                .filter(one -> one.referral().equals(referral.id()))
                .findFirst()
                .orElseThrow();
    }

    long opened() {
        return opened.size();
    }
}
