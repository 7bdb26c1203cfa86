package dev.firstfill.api.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ways on which patients' data leaves this program, as they are configured.
 *
 * @param certificate whether there is one to serve HTTPS with
 * @param insecureRequests what becomes of requests over plain HTTP, in Quarkus' words
 * @param database the mode of its connections, in PostgreSQL's words
 * @param payer where claims are sent, if anywhere
 */
record Transport(
        boolean certificate,
        String insecureRequests,
        String database,
        List<String> redis,
        String keycloak,
        Optional<String> payer) {

    /** What would travel in clear, and which setting ends it; empty when nothing would. */
    List<String> breaches() {
        var breaches = new ArrayList<String>();
        if (!certificate) {
            breaches.add("HTTPS has no certificate: set FIRSTFILL_TLS_CERT and FIRSTFILL_TLS_KEY.");
        } else if (!insecureRequests.equals("disabled")) {
            breaches.add("Plain HTTP is served beside HTTPS: set QUARKUS_HTTP_INSECURE_REQUESTS=disabled.");
        }
        if (!database.equals("verify-full")) {
            breaches.add("PostgreSQL's certificate is not verified: set FIRSTFILL_DB_TLS=verify-full.");
        }
        if (!redis.stream().allMatch(host -> host.startsWith("rediss:"))) {
            breaches.add("Redis is not used over TLS: FIRSTFILL_REDIS_URL must begin with rediss:.");
        }
        if (!keycloak.startsWith("https:")) {
            breaches.add("Keycloak is not used over TLS: FIRSTFILL_KEYCLOAK_URL must begin with https:.");
        }
        if (!payer.map(url -> url.startsWith("https:")).orElse(true)) {
            breaches.add("The payer is not asked over TLS: FIRSTFILL_PAYER_URL must begin with https:.");
        }
        return breaches;
    }
}
