package dev.firstfill.tenancy.sealing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How this program shows itself to Vault: with a token that somebody keeps in a file, or as an AppRole. */
abstract sealed class VaultLogin {
    private final Optional<String> namespace;

    private VaultLogin(Optional<String> namespace) {
        this.namespace = namespace;
    }

    /** Sends a request to Vault. */
    interface Way {
        HttpResponse<String> send(String path, ObjectNode body, String token) throws GeneralSecurityException;
    }

    abstract String token(Way way) throws GeneralSecurityException;

    /** @return whether another token may be had */
    abstract boolean forget();

    /** Of Vault Enterprise. */
    final Optional<String> namespace() {
        return namespace;
    }

    private static String line(Path file) throws GeneralSecurityException {
        try {
            return Files.readString(file).strip();
        } catch (IOException failure) {
            throw new GeneralSecurityException("Vault's credentials cannot be read from " + file, failure);
        }
    }

    /** Vault Agent, or whoever else keeps the file, renews the token; so it is read each time. */
    static final class TokenFile extends VaultLogin {
        private final Path file;

        TokenFile(Path file, Optional<String> namespace) {
            super(namespace);
            this.file = file;
        }

        @Override
        String token(Way way) throws GeneralSecurityException {
            return line(file);
        }

        @Override
        boolean forget() {
            return false;
        }
    }

    /** Logs in anew when two thirds of a token's life are over. */
    static final class AppRole extends VaultLogin {
        private static final ObjectMapper JSON = new ObjectMapper();

        private final String roleId;
        private final Path secretIdFile;
        private final Clock clock;
        private @Nullable String token;
        private Instant until = Instant.MIN;

        AppRole(String roleId, Path secretIdFile, Optional<String> namespace, Clock clock) {
            super(namespace);
            this.roleId = roleId;
            this.secretIdFile = secretIdFile;
            this.clock = clock;
        }

        @Override
        synchronized String token(Way way) throws GeneralSecurityException {
            var present = token;
            if (present != null && clock.instant().isBefore(until)) {
                return present;
            }
            var body = JSON.createObjectNode().put("role_id", roleId).put("secret_id", line(secretIdFile));
            var answer = way.send("auth/approle/login", body, "");
            var auth = VaultTransit.json(answer.body()).path("auth");
            var fresh = auth.path("client_token").asText("");
            if (answer.statusCode() != 200 || fresh.isEmpty()) {
                throw new GeneralSecurityException(
                        "Vault refused the AppRole (%d): role id or secret id is wrong, or has ended."
                                .formatted(answer.statusCode()));
            }
            var life = Duration.ofSeconds(auth.path("lease_duration").asLong());
            token = fresh;
            until = clock.instant().plus(life.multipliedBy(2).dividedBy(3));
            return fresh;
        }

        @Override
        synchronized boolean forget() {
            token = null;
            return true;
        }
    }
}
