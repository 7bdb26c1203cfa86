package dev.firstfill.api.authorisations;

import dev.firstfill.api.claims.PayerLine;
import dev.firstfill.authorisations.AuthorisationAnswer;
import dev.firstfill.authorisations.AuthorisationPayer;
import dev.firstfill.authorisations.AuthorisationQuestion;
import dev.firstfill.authorisations.AuthorisationTrouble;
import dev.firstfill.authorisations.NoAnswer;
import dev.firstfill.claims.PayerFailed;
import io.smallrye.mutiny.Uni;

/** Asks a payer over HTTP for prior authorisation. */
public final class HttpAuthorisationPayer implements AuthorisationPayer {
    private final PayerLine line;

    public HttpAuthorisationPayer(PayerLine line) {
        this.line = line;
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public Uni<AuthorisationAnswer> ask(AuthorisationQuestion question) {
        return line.ask(AuthorisationMessages.written(question))
                .map(answer -> AuthorisationMessages.read(answer, question))
                .onFailure(PayerFailed.class)
                .transform(failure -> new NoAnswer(AuthorisationTrouble.valueOf(failure.getMessage())));
    }
}
