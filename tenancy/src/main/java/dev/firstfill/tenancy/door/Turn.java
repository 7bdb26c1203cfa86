package dev.firstfill.tenancy.door;

import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import java.time.Duration;

/** One act's place at the turnstile, from its coming until it has left. */
final class Turn {
    private final TurnstileLane lane;
    private final Context context;
    private final UniEmitter<? super Turn> answer;

    /** @param context what follows belongs to this request, whosever leaving makes room for it */
    Turn(TurnstileLane lane, Context context, UniEmitter<? super Turn> answer) {
        this.lane = lane;
        this.context = context;
        this.answer = answer;
    }

    void begin() {
        answer.complete(this);
    }

    void call() {
        context.runOnContext(there -> begin());
    }

    void refuse() {
        context.runOnContext(there -> answer.fail(new PharmacyBusy()));
    }

    void giveUpAfter(Duration patience) {
        context.owner().setTimer(patience.toMillis(), timer -> lane.giveUp(this));
    }

    void giveBack() {
        lane.leave();
    }
}
