package dev.firstfill.tenancy.command;

import static dev.firstfill.tenancy.OnePlatform.OPERATOR;
import static dev.firstfill.tenancy.OnePlatform.await;
import static dev.firstfill.tenancy.OnePlatform.northgate;
import static dev.firstfill.tenancy.OnePlatform.southbank;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.tenancy.OnePlatform;
import dev.firstfill.tenancy.migration.Migrations;
import dev.firstfill.tenancy.migration.TenantSchemas;
import dev.firstfill.tenancy.provisioning.NoOrganisations;
import dev.firstfill.tenancy.provisioning.Tenancies;
import dev.firstfill.tenancy.sealing.LocalKeyFile;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeysCommandTest {
    private final OnePlatform platform = OnePlatform.open();
    private final Map<String, String> environment = new HashMap<>(platform.environment());
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @BeforeEach
    void twoPharmacies() {
        var schemas = new TenantSchemas(platform.owner, Migrations.ofTenants());
        var tenancies =
                new Tenancies(platform.tenants, platform.catalogue, schemas, platform.keys, new NoOrganisations());
        await(tenancies.provision(northgate(), OPERATOR));
        await(tenancies.provision(southbank(), OPERATOR));
    }

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void rotates_a_pharmacy_from_where_an_earlier_try_was_and_leaves_the_other_alone() {
        platform.asSuperuser("""
                update control.tenant_key set rotation = 'PROMOTED', rotation_since = now() - interval '1 hour'
                where tenant_id = (select id from control.tenant where slug = 'northgate')
                """);

        assertThat(keys("rotate", "northgate")).isZero();

        assertThat(out).hasToString("""
                northgate: PROMOTED, goes on in 0 s
                northgate: idempotency_key.answer: 0 sealed anew
                northgate: patient_key.wrapped: 0 sealed anew
                northgate: referral.document: 0 sealed anew
                northgate: referral.record: 0 sealed anew
                northgate: stock_lot.proposal_reason: 0 sealed anew
                northgate: stock_movement.reason: 0 sealed anew
                northgate: stock_paper.words: 0 sealed anew
                northgate: rotated
                """);
        assertThat(said("status").lines())
                .containsExactly(
                        "northgate                                at rest    sealing keys 1  ledger keys 1  under older"
                                + " keys 0",
                        "southbank                                at rest    sealing keys 1  ledger keys 1  under older"
                                + " keys 0");
        assertThat(platform.column("select count(*) from control.tenant_key where rotated_at is not null"))
                .containsExactly("1");
    }

    @Test
    void one_pharmacy_is_named_or_all_are_meant() {
        assertThat(keys("rotate")).isEqualTo(2);
        assertThat(keys("rotate", "northgate", "--all")).isEqualTo(2);
        assertThat(keys("rotate", "nowhere")).isEqualTo(1);

        assertThat(platform.column("select rotation from control.tenant_key")).containsOnly((String) null);
    }

    @Test
    void after_rewrapping_the_new_key_alone_opens_all_keys() {
        var before = environment.get("FIRSTFILL_KEY_FILE");
        var next = folder.resolve("next.json");
        LocalKeyFile.openOrCreate(next);
        environment.put("FIRSTFILL_KEY", "file:" + next);
        environment.put("FIRSTFILL_KEY_PREVIOUS", "file:" + before);

        assertThat(said("rewrap")).isEqualTo("northgate: rewrapped\nsouthbank: rewrapped\n");

        environment.remove("FIRSTFILL_KEY_PREVIOUS");
        assertThat(said("status").lines()).hasSize(2);
        environment.put("FIRSTFILL_KEY", "file:" + before);
        assertThat(keys("status")).isEqualTo(3);
        assertThat(err.toString()).contains("northgate: The pharmacy's keys cannot be unwrapped at the moment.");
    }

    @Test
    void without_the_previous_key_nothing_is_rewrapped_and_nothing_lost() {
        var next = folder.resolve("next.json");
        LocalKeyFile.openOrCreate(next);
        var wrapped = platform.column("select sealing from control.tenant_key order by tenant_id");
        environment.put("FIRSTFILL_KEY", "file:" + next);

        assertThat(keys("rewrap")).isEqualTo(3);

        assertThat(platform.column("select sealing from control.tenant_key order by tenant_id"))
                .isEqualTo(wrapped);
        assertThat(List.of(err.toString().split("\n"))).hasSize(2);
    }

    private int keys(String... words) {
        return KeysCommand.commandLine(environment)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }

    private String said(String... words) {
        out.getBuffer().setLength(0);
        assertThat(keys(words)).as("%s", err).isZero();
        return out.toString();
    }
}
