package dev.firstfill.tenancy.catalogue;

import io.vertx.core.net.TrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Whether connections to the database are encrypted, and whose servers are believed. There is nothing in between:
 * encryption that does not ask who is at the other end protects from nobody who stands in the middle.
 */
public final class DatabaseTls {

    /** In clear, for one machine and for tests. */
    public static final DatabaseTls NONE = new DatabaseTls(SslMode.DISABLE, Optional.empty());

    /** The names that PostgreSQL's own programs use. */
    public static final String DISABLE = "disable";

    public static final String VERIFY_FULL = "verify-full";

    private final SslMode mode;
    private final Optional<Path> authorities;

    private DatabaseTls(SslMode mode, Optional<Path> authorities) {
        this.mode = mode;
        this.authorities = authorities;
    }

    /** @param authorities PEM; Java's own when empty */
    public static DatabaseTls of(String mode, Optional<Path> authorities) {
        return switch (mode) {
            case DISABLE -> NONE;
            case VERIFY_FULL -> new DatabaseTls(SslMode.VERIFY_FULL, authorities);
            default ->
                throw new IllegalArgumentException(
                        "FIRSTFILL_DB_TLS is '%s'; it must be %s or %s.".formatted(mode, VERIFY_FULL, DISABLE));
        };
    }

    public PgConnectOptions appliedTo(PgConnectOptions options) {
        var applied = new PgConnectOptions(options).setSslMode(mode);
        if (mode == SslMode.VERIFY_FULL) {
            applied.setTrustOptions(TrustOptions.wrap(new Trusted(authorities).manager()))
                    .setHostnameVerificationAlgorithm("HTTPS");
        }
        return applied;
    }
}
