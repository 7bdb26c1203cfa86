package dev.firstfill.api.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Takes the host out of {@code Location}. The framework puts the one there that the client claimed to have called, which
 * is wrong behind a proxy and a way to lead others astray; without, the client's own address holds (RFC 9110, 10.2.2).
 */
@Singleton
class RelativeLocations {

    @ServerResponseFilter
    void shorten(ContainerResponseContext response) {
        var location = response.getHeaders().getFirst(HttpHeaders.LOCATION);
        if (location instanceof URI absolute) {
            response.getHeaders().putSingle(HttpHeaders.LOCATION, absolute.getRawPath());
        }
    }
}
