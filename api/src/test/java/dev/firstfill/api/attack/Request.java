package dev.firstfill.api.attack;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A request as bytes: nothing checks or repairs it on its way out. Each change makes a new one. */
record Request(String verb, String target, Map<String, String> headers, Optional<byte[]> body) {

    Request {
        headers = Map.copyOf(headers);
    }

    static Request to(String verb, String target) {
        return new Request(verb, target, Map.of(), Optional.empty());
    }

    Request target(String other) {
        return new Request(verb, other, headers, body);
    }

    Request verb(String other) {
        return new Request(other, target, headers, body);
    }

    Request header(String name, String value) {
        var changed = new LinkedHashMap<>(headers);
        changed.put(name, value);
        return new Request(verb, target, changed, body);
    }

    Request without(String header) {
        var changed = new LinkedHashMap<>(headers);
        changed.remove(header);
        return new Request(verb, target, changed, body);
    }

    Request bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    Request body(byte[] bytes) {
        return new Request(verb, target, headers, Optional.of(bytes));
    }

    Request body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The first of the body, and no token. */
    @Override
    public String toString() {
        var sent = body.map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse("");
        return "%s %s %s %s"
                .formatted(
                        verb,
                        target,
                        without("Authorization").headers(),
                        sent.substring(0, Math.min(100, sent.length())));
    }
}
