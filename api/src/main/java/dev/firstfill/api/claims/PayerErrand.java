package dev.firstfill.api.claims;

import dev.firstfill.authorisations.AuthorisationId;
import dev.firstfill.authorisations.AuthorisationQuestion;
import dev.firstfill.authorisations.DecisionDesk;
import dev.firstfill.authorisations.NoAnswer;
import dev.firstfill.claims.ClaimId;
import dev.firstfill.claims.PayerDesk;
import dev.firstfill.claims.PayerFailed;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.outbox.NotTaken;
import dev.firstfill.tenancy.outbox.OutboxEvent;
import dev.firstfill.tenancy.outbox.PutOff;
import dev.firstfill.tenancy.outbox.Receiver;
import dev.firstfill.tenancy.routing.Requester;
import dev.firstfill.tenancy.routing.TenantContexts;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/** Brings a question from a pharmacy's outbox to its payer, as the platform at work for the pharmacy. */
public final class PayerErrand implements Receiver {
    private final TenantContexts contexts;
    private final Supplier<PayerDesk> desk;
    private final Supplier<DecisionDesk> decisions;

    public PayerErrand(Vertx vertx, Supplier<PayerDesk> desk, Supplier<DecisionDesk> decisions) {
        this.contexts = new TenantContexts(vertx);
        this.desk = desk;
        this.decisions = decisions;
    }

    @Override
    public Uni<Void> deliver(Tenant tenant, OutboxEvent question) {
        return question.type().equals(AuthorisationQuestion.TYPE)
                ? ofAuthorisation(tenant, new AuthorisationId(question.subjectId()))
                : ofClaim(tenant, new ClaimId(question.subjectId()));
    }

    private Uni<Void> ofClaim(Tenant tenant, ClaimId claim) {
        return contexts.in(tenant, Requester.platform("claims", "PAYMENT"), () -> desk.get()
                        .ask(claim))
                .onFailure(PayerFailed.class)
                .transform(failure -> new NotTaken("payer: " + failure.getMessage()));
    }

    /** A payer that has heard and not decided is asked again later, which is no failure. */
    private Uni<Void> ofAuthorisation(Tenant tenant, AuthorisationId authorisation) {
        return contexts.in(tenant, Requester.platform("authorisations", "PAYMENT"), () -> decisions
                        .get()
                        .ask(authorisation))
                .onFailure(NoAnswer.class)
                .transform(failure -> new NotTaken("payer: " + failure.getMessage()))
                .invoke(pause -> pause.ifPresent(later -> {
                    throw new PutOff(later);
                }))
                .replaceWithVoid();
    }
}
