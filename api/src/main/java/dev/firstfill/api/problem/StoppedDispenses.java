package dev.firstfill.api.problem;

import dev.firstfill.dispensing.DispensingRefusals.GatesClosed;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells whoever wants a dispense to go on by which gates it is stopped. */
final class StoppedDispenses {
    private static final int CONFLICT = 409;

    @ServerExceptionMapper
    Response stopped(GatesClosed refusal) {
        var gates = refusal.gates().stream()
                .map(closed -> new Problem.Gate(
                        closed.gate().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        closed.fact(),
                        closed.remedy()))
                .toList();
        return Response.status(CONFLICT)
                .type(Problem.MEDIA_TYPE)
                .entity(Problem.of(CONFLICT, refusal.code(), refusal.getMessage())
                        .with(gates))
                .build();
    }
}
