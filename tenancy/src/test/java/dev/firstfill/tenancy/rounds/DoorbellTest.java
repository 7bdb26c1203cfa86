package dev.firstfill.tenancy.rounds;

import static dev.firstfill.tenancy.OnePlatform.await;
import static dev.firstfill.tenancy.OnePlatform.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.tenancy.OnePlatform;
import dev.firstfill.tenancy.catalogue.Catalogue;
import dev.firstfill.tenancy.catalogue.Login;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.migration.Migrations;
import dev.firstfill.tenancy.migration.TenantSchemas;
import dev.firstfill.tenancy.provisioning.NoOrganisations;
import dev.firstfill.tenancy.provisioning.Tenancies;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A process that only answers rings, and one that works in the background hears it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DoorbellTest {
    private static OnePlatform platform;
    private static Tenant northgate;
    private static Tenant southbank;

    private final List<String> woken = new CopyOnWriteArrayList<>();
    private final AtomicInteger maybeMissed = new AtomicInteger();
    private final Doorbell doorbell = new Doorbell(OnePlatform.vertx().getDelegate(), platform.control.main());
    private Porter porter;

    @BeforeAll
    static void openTwoPharmacies() {
        platform = OnePlatform.open();
        var tenancies = new Tenancies(
                platform.tenants,
                platform.catalogue,
                new TenantSchemas(platform.owner, Migrations.ofTenants()),
                platform.keys,
                new NoOrganisations());
        northgate = await(tenancies.provision(OnePlatform.northgate(), OnePlatform.OPERATOR));
        southbank = await(tenancies.provision(OnePlatform.southbank(), OnePlatform.OPERATOR));
        await(platform.catalogue.refresh());
    }

    @AfterAll
    static void close() {
        platform.close();
    }

    @AfterEach
    void goHome() {
        doorbell.close();
        porter.close();
    }

    @Test
    void whoever_is_rung_for_is_woken() {
        listening(platform.catalogue);

        doorbell.ring(northgate);
        doorbell.ring(northgate);
        doorbell.ring(southbank);

        awaitUntil(() -> woken.contains("southbank"));
        assertThat(woken).contains("northgate");
    }

    @Test
    void one_that_was_opened_since_the_other_process_looked_is_woken_as_well() {
        listening(new Catalogue(platform.tenants));

        doorbell.ring(northgate);

        awaitUntil(() -> woken.contains("northgate"));
    }

    @Test
    void after_its_connection_broke_the_other_process_listens_again_and_makes_up_for_what_it_may_have_missed() {
        listening(platform.catalogue);

        platform.asSuperuser("""
                select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and query like 'listen%'
                """);

        awaitUntil(() -> maybeMissed.get() == 2);
        doorbell.ring(northgate);
        awaitUntil(() -> woken.contains("northgate"));
    }

    @Test
    void a_process_that_ends_rings_first() {
        listening(platform.catalogue);

        doorbell.ring(southbank);
        doorbell.close();

        awaitUntil(() -> woken.contains("southbank"));
    }

    private void listening(Catalogue catalogue) {
        var login = Login.control(platform.environment().get("FIRSTFILL_DB_CONTROL_PASSWORD"));
        porter = new Porter(
                OnePlatform.vertx().getDelegate(),
                platform.nodes.main().connectAs(login),
                catalogue,
                tenant -> woken.add(tenant.slug()),
                maybeMissed::incrementAndGet);
        porter.listen();
        awaitUntil(() -> maybeMissed.get() == 1);
    }
}
