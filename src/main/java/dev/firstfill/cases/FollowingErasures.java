package dev.firstfill.cases;

import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Consequence;
import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.patients.PatientId;
import dev.firstfill.workflowsettings.SettingsBook;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Nobody goes on with the case of a patient who was erased. */
@ApplicationScoped
public class FollowingErasures implements Consequence {
    private static final Act LOOK = Act.unrecorded("look for", "case");
    private static final Act CLOSE = Act.of("close", "case");

    private final Transactions transactions;
    private final Clock clock;

    public FollowingErasures(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public boolean followsFrom(Event event) {
        return event.type().equals("patient.erased");
    }

    @Override
    public Uni<Void> follow(Event event, Colleague by) {
        return transactions
                .write(LOOK, desk -> new Cases(desk.session(), desk.seals()).openOf(new PatientId(event.id())))
                .chain(rows -> {
                    var closed = Uni.createFrom().voidItem();
                    for (var row : rows) {
                        closed = closed.chain(() -> close(row, by));
                    }
                    return closed;
                });
    }

    private Uni<Void> close(CaseRow row, Colleague by) {
        return transactions.write(CLOSE, desk -> new SettingsBook(desk.session())
                .version(row.settingsVersion())
                .map(settings -> CaseInHand.ofErased(desk, clock, by, row, settings))
                .chain(FollowingErasures::close));
    }

    private static Uni<Void> close(CaseInHand hand) {
        var move = hand.row().isTreated() ? CaseMove.DISCONTINUE : CaseMove.CANCEL;
        return CaseFollowing.inOrder(hand, List.of(move), Map.of("reason", "patient-erased"));
    }
}
