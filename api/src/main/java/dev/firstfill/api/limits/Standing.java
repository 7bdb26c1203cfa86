package dev.firstfill.api.limits;

/**
 * How a client stands with its quota after a request, in the words of draft-ietf-httpapi-ratelimit-headers-10.
 *
 * @param quota requests in a minute
 * @param remaining of those, how many may be sent at once now
 * @param seconds until the whole quota is there again; for who was refused, until the next request is worth sending
 */
public record Standing(boolean granted, int quota, int remaining, long seconds) {
    public static final String POLICY_HEADER = "RateLimit-Policy";
    public static final String LIMIT_HEADER = "RateLimit";

    public String policy() {
        return "\"default\";q=%d;w=60".formatted(quota);
    }

    public String limit() {
        return "\"default\";r=%d;t=%d".formatted(remaining, seconds);
    }
}
