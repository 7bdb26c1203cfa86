package dev.firstfill.api.idempotency;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** An answer that has been written already: the first and every later one are the same to the letter. */
record RawJson(@JsonValue @JsonRawValue String json) {
    @Override
    public String toString() {
        return "RawJson[hidden]";
    }
}
