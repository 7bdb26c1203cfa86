package dev.firstfill.api.logging;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Takes out of traces what a client chose freely: addresses as they were sent, and what it calls itself. The route says
 * which resource it was. Statements stay, since their values travel apart from them.
 */
@Singleton
public class QuietSpans implements SpanProcessor {
    private static final String HIDDEN = "hidden";

    private static final List<AttributeKey<String>> CHOSEN_BY_CLIENTS = List.of(
            AttributeKey.stringKey("url.path"),
            AttributeKey.stringKey("url.query"),
            AttributeKey.stringKey("url.full"),
            AttributeKey.stringKey("http.target"),
            AttributeKey.stringKey("http.url"),
            AttributeKey.stringKey("http.request.method_original"),
            AttributeKey.stringKey("server.address"),
            AttributeKey.stringKey("user_agent.original"));

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        for (var key : CHOSEN_BY_CLIENTS) {
            if (span.getAttribute(key) != null) {
                span.setAttribute(key, HIDDEN);
            }
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // By then it can only be read.
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
