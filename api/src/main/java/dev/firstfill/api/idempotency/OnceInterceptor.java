package dev.firstfill.api.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firstfill.api.problem.ProblemException;
import dev.firstfill.api.problem.ProblemType;
import dev.firstfill.api.security.Callers;
import dev.firstfill.tenancy.door.IdempotencyKey;
import dev.firstfill.tenancy.door.StoredAnswer;
import dev.firstfill.tenancy.door.TenantTransactions;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Opens the door's transaction round the whole of a write, the making of its answer included, so that effect and
 * answer are committed together (IETF draft-ietf-httpapi-idempotency-key-header).
 */
@Interceptor
@WritesOnce
@Priority(Interceptor.Priority.APPLICATION)
class OnceInterceptor {
    static final String HEADER = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private static final Pattern KEY = Pattern.compile("[!-~]{1," + IdempotencyKey.LENGTH_MAX + "}");

    /** What else is in an answer's head belongs to the exchange and is made anew. */
    private static final List<String> KEPT_HEADERS = List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG);

    private final TenantTransactions door;
    private final CurrentVertxRequest request;
    private final Callers callers;
    private final ObjectMapper json;

    OnceInterceptor(TenantTransactions door, CurrentVertxRequest request, Callers callers, ObjectMapper json) {
        this.door = door;
        this.request = request;
        this.callers = callers;
        this.json = json;
    }

    @AroundInvoke
    Object around(InvocationContext write) throws Exception {
        var word = request.getCurrent().request().getHeader(HEADER);
        if (word == null) {
            return write.proceed();
        }
        return door.once(key(word), () -> proceed(write).map(this::stored)).map(OnceInterceptor::answer);
    }

    private IdempotencyKey key(String word) {
        if (!KEY.matcher(word).matches()) {
            throw new ProblemException(
                    ProblemType.INVALID_PARAMETER,
                    "Idempotency-Key must be 1 to %d visible ASCII characters.".formatted(IdempotencyKey.LENGTH_MAX));
        }
        return IdempotencyKey.of(callers.current().subject(), word, SentRequest.hash(request.getCurrent()));
    }

    @SuppressWarnings("unchecked")
    private static Uni<RestResponse<?>> proceed(InvocationContext write) {
        try {
            return (Uni<RestResponse<?>>) write.proceed();
        } catch (RuntimeException refused) {
            return Uni.createFrom().failure(refused);
        } catch (Exception checked) {
            return Uni.createFrom().failure(new IllegalStateException(checked));
        }
    }

    private StoredAnswer stored(RestResponse<?> answer) {
        var headers = new LinkedHashMap<String, String>();
        KEPT_HEADERS.forEach(name -> {
            var value = answer.getHeaderString(name);
            if (value != null) {
                headers.put(name, value);
            }
        });
        return new StoredAnswer(answer.getStatus(), headers, written(answer.getEntity()), false);
    }

    private byte[] written(@Nullable Object entity) {
        try {
            return entity == null ? new byte[0] : json.writeValueAsBytes(entity);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RestResponse<RawJson> answer(StoredAnswer stored) {
        var text = new String(stored.body(), StandardCharsets.UTF_8);
        var answer = ResponseBuilder.create(
                RestResponse.Status.fromStatusCode(stored.status()), text.isEmpty() ? null : new RawJson(text));
        for (Map.Entry<String, String> header : stored.headers().entrySet()) {
            answer.header(header.getKey(), header.getValue());
        }
        if (stored.replayed()) {
            answer.header(REPLAYED, "true");
        }
        return answer.build();
    }
}
