package dev.firstfill.api.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Successful answers with the headers their resources have. */
public final class Answers {
    private Answers() {}

    public static <T> RestResponse<T> created(String location, T view, int version) {
        return ResponseBuilder.<T>created(URI.create(location))
                .entity(view)
                .header(HttpHeaders.ETAG, EntityTags.of(version))
                .build();
    }

    /** For what is never changed from a version that somebody saw. */
    public static <T> RestResponse<T> created(String location, T view) {
        return ResponseBuilder.<T>created(URI.create(location)).entity(view).build();
    }

    public static <T> RestResponse<T> ok(T view, int version) {
        return ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, EntityTags.of(version))
                .build();
    }
}
