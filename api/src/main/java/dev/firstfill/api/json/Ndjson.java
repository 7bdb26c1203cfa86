package dev.firstfill.api.json;

import java.util.List;

/** An answer of many documents, one a line (media type {@value #MEDIA_TYPE}); the contract describes one of them. */
public record Ndjson<T>(List<T> lines) {
    public static final String MEDIA_TYPE = "application/x-ndjson";

    public Ndjson {
        lines = List.copyOf(lines);
    }
}
