package dev.firstfill.api.claims;

import dev.firstfill.claims.ClaimId;
import dev.firstfill.claims.PayerDesk;
import dev.firstfill.claims.PayerFailed;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.outbox.NotTaken;
import dev.firstfill.tenancy.outbox.OutboxEvent;
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

    public PayerErrand(Vertx vertx, Supplier<PayerDesk> desk) {
        this.contexts = new TenantContexts(vertx);
        this.desk = desk;
    }

    @Override
    public Uni<Void> deliver(Tenant tenant, OutboxEvent question) {
        return contexts.in(tenant, Requester.platform("claims", "PAYMENT"), () -> desk.get()
                        .ask(new ClaimId(question.subjectId())))
                .onFailure(PayerFailed.class)
                .transform(failure -> new NotTaken("payer: " + failure.getMessage()));
    }
}
