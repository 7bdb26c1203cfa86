package dev.firstfill.claims;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A payer that has heard the question and answers when it is told to. */
final class SlowPayer implements Payer {
    private final PayerAnswer answer;
    private final CompletableFuture<Void> asked = new CompletableFuture<>();
    private final CompletableFuture<PayerAnswer> answered = new CompletableFuture<>();

    SlowPayer(PayerAnswer answer) {
        this.answer = answer;
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public Uni<PayerAnswer> ask(PayerQuestion question) {
        asked.complete(null);
        return Uni.createFrom().completionStage(answered);
    }

    void awaitQuestion() {
        asked.orTimeout(30, TimeUnit.SECONDS).join();
    }

    void answer() {
        answered.complete(answer);
    }
}
