package dev.firstfill.claims;

import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A payer by letter: what it will answer is written beforehand, and nothing is known beyond it. */
final class PaperPayer implements Payer {
    final List<PayerQuestion> asked = new ArrayList<>();
    private final Deque<PayerAnswer> letters = new ArrayDeque<>();

    /** The letter that it answers the next question with. */
    void willAnswer(PayerAnswer answer) {
        letters.add(answer);
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public Uni<PayerAnswer> ask(PayerQuestion question) {
        asked.add(question);
        var letter = letters.poll();
        return letter == null
                ? Uni.createFrom().failure(new PayerFailed(ClaimTrouble.NO_ANSWER))
                : Uni.createFrom().item(letter);
    }
}
