package dev.firstfill.authorisations;

import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A payer by letter: what it will answer is written beforehand, and nothing is known beyond it. */
final class LetterPayer implements AuthorisationPayer {
    final List<AuthorisationQuestion> asked = new ArrayList<>();
    private final Deque<AuthorisationAnswer> letters = new ArrayDeque<>();
    private Uni<?> meanwhile = Uni.createFrom().voidItem();

    /** The letter that it answers the next question with. */
    void willAnswer(AuthorisationAnswer answer) {
        letters.add(answer);
    }

    /** What happens in the pharmacy while the next answer is under way. */
    void meanwhile(Uni<?> deed) {
        meanwhile = deed;
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public Uni<AuthorisationAnswer> ask(AuthorisationQuestion question) {
        asked.add(question);
        var deed = meanwhile;
        meanwhile = Uni.createFrom().voidItem();
        var letter = letters.poll();
        return deed.chain(() -> letter == null
                ? Uni.createFrom().failure(new NoAnswer(AuthorisationTrouble.NO_ANSWER))
                : Uni.createFrom().item(letter));
    }
}
