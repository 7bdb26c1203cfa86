package dev.firstfill.api.limits;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The buckets that all replicas take from. Redis tells the time, so that the replicas' clocks need not agree. */
final class SharedBuckets {
    /**
     * In units of a microsecond's refill under a quota of one, all below 2^53 and so exact in Lua's numbers. After a
     * minute without requests a bucket is full, and may as well be forgotten.
     */
    private static final String TAKE = """
            local quota, wanted = tonumber(ARGV[1]), tonumber(ARGV[2])
            local returned, ceiling = tonumber(ARGV[3]), tonumber(ARGV[4])
            local token = 60000000
            local clock = redis.call('TIME')
            local now = tonumber(clock[1]) * 1000000 + tonumber(clock[2])
            local bucket = redis.call('HMGET', KEYS[1], 'units', 'at')
            local units = quota * token
            if bucket[1] then
              local elapsed = math.max(0, math.min(now - tonumber(bucket[2]), token))
              units = tonumber(bucket[1]) + elapsed * quota + returned * token
            end
            units = math.min(units, quota * token, ceiling * token)
            local granted = math.min(wanted, math.floor(units / token))
            units = units - granted * token
            redis.call('HSET', KEYS[1], 'units', units, 'at', now)
            redis.call('PEXPIRE', KEYS[1], 60000)
            return {granted, units}
            """;

    private static final String TAKE_SHA = sha1(TAKE);
    private static final long NANOS_PER_MICRO = 1_000;

    private final RedisAPI redis;

    SharedBuckets(RedisAPI redis) {
        this.redis = redis;
    }

    /**
     * @param granted tokens taken out, at most as many as were wanted
     * @param leftUnits what is left, in the units of {@link TokenBucket}
     */
    record Grant(int granted, long leftUnits) {}

    /**
     * @param returned tokens taken out earlier and not spent
     * @param ceiling what the bucket may hold at most, for whoever has been spending without it
     */
    Uni<Grant> take(String bucket, int quota, int wanted, int returned, int ceiling) {
        var arguments = Stream.of("1", "firstfill:requests:" + bucket, quota, wanted, returned, ceiling)
                .map(String::valueOf)
                .toList();
        return redis.evalsha(with(TAKE_SHA, arguments))
                .onFailure(SharedBuckets::isUnknownScript)
                .recoverWithUni(() -> redis.eval(with(TAKE, arguments)))
                .map(SharedBuckets::grant);
    }

    private static List<String> with(String script, List<String> arguments) {
        return Stream.concat(Stream.of(script), arguments.stream()).toList();
    }

    /** A Redis that was started anew, or has been told to forget. */
    private static boolean isUnknownScript(Throwable failure) {
        return String.valueOf(failure.getMessage()).startsWith("NOSCRIPT");
    }

    private static Grant grant(Response answer) {
        return new Grant(answer.get(0).toInteger(), answer.get(1).toLong() * NANOS_PER_MICRO);
    }

    private static String sha1(String script) {
        try {
            var digest = MessageDigest.getInstance("SHA-1");
            return HexFormat.of().formatHex(digest.digest(script.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
