package dev.firstfill.api.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.api.testing.Pharmacies;
import dev.firstfill.api.testing.RealStack;
import dev.firstfill.tenancy.audit.Notary;
import dev.firstfill.tenancy.catalogue.Catalogue;
import dev.firstfill.tenancy.catalogue.LoginPools;
import dev.firstfill.tenancy.migration.ControlSchema;
import dev.firstfill.tenancy.sealing.KeysUnavailable;
import dev.firstfill.tenancy.sealing.LocalKeyFile;
import dev.firstfill.tenancy.sealing.TenantKeys;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class StartWithTheWrongKeyTest {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    @Inject
    Catalogue catalogue;

    @Inject
    ControlSchema controlSchema;

    @Inject
    Background background;

    @Inject
    Notary notary;

    @Inject
    LedgerConfig ledger;

    @Inject
    Vertx vertx;

    @Inject
    TenantKeys rightKeys;

    @Inject
    @ControlLogin
    LoginPools control;

    @TempDir
    private Path folder;

    @Test
    void a_program_whose_key_opens_no_pharmacys_keys_does_not_start_and_says_why() {
        Pharmacies.northgate();
        var otherKey = LocalKeyFile.openOrCreate(folder.resolve("other.json"));
        var wrongKeys = new TenantKeys(control.main(), otherKey);

        assertThatThrownBy(() -> opening(wrongKeys).open(new StartupEvent()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "The key-encryption key is not the one that encrypted the pharmacies' keys, or may not decrypt.")
                .hasCauseInstanceOf(KeysUnavailable.class);
    }

    @Test
    void the_right_key_opens_the_same_pharmacys_keys() {
        assertThatCode(() ->
                        rightKeys.prove(Pharmacies.northgate().id()).await().atMost(LONGEST_WAIT))
                .doesNotThrowAnyException();
    }

    private Opening opening(TenantKeys keys) {
        return new Opening(catalogue, controlSchema, background, notary, ledger, vertx, keys, false);
    }
}
