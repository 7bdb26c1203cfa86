package dev.firstfill.api.claims;

import dev.firstfill.claims.Payer;
import dev.firstfill.claims.PayerAnswer;
import dev.firstfill.claims.PayerQuestion;
import io.smallrye.mutiny.Uni;

/** Asks a payer over HTTP about claims. */
public final class HttpPayer implements Payer {
    private final PayerLine line;

    public HttpPayer(PayerLine line) {
        this.line = line;
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public Uni<PayerAnswer> ask(PayerQuestion question) {
        return line.ask(PayerMessages.written(question)).map(answer -> PayerMessages.read(answer, question));
    }
}
