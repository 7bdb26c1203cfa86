package dev.firstfill.tenancy.catalogue;

import static dev.firstfill.tenancy.OnePlatform.OPERATOR;
import static dev.firstfill.tenancy.OnePlatform.await;
import static dev.firstfill.tenancy.OnePlatform.northgate;
import static dev.firstfill.tenancy.OnePlatform.southbank;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.tenancy.OnePlatform;
import dev.firstfill.tenancy.catalogue.TenancyRefusals.CatalogueStale;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final OnePlatform PLATFORM = OnePlatform.open();

    private final Tenants tenants = PLATFORM.tenants;
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final Catalogue catalogue = new Catalogue(tenants, nanos::get);

    @BeforeEach
    void forgetThePharmaciesOfOtherTests() {
        PLATFORM.asSuperuser("truncate control.tenant cascade");
    }

    @AfterAll
    static void close() {
        PLATFORM.close();
    }

    @Test
    void finds_a_pharmacy_by_id_slug_and_organisation() {
        var northgate = active(northgate(), "org-of-northgate");
        var southbank = active(southbank(), "org-of-southbank");

        await(catalogue.refresh());

        assertThat(catalogue.withId(northgate.id())).contains(northgate);
        assertThat(catalogue.withSlug("southbank")).contains(southbank);
        assertThat(catalogue.ofOrganisation("org-of-northgate")).contains(northgate);
        assertThat(catalogue.ofOrganisation("org-of-nobody")).isEmpty();
        assertThat(catalogue.all()).containsExactlyInAnyOrder(northgate, southbank);
    }

    @Test
    void sees_a_suspension_made_elsewhere_when_it_looks_again() {
        var northgate = active(northgate(), "org-of-northgate");
        await(catalogue.refresh());
        await(tenants.become(northgate.id(), TenantState.SUSPENDED, "suspended", OPERATOR, new JsonObject()));

        await(catalogue.refresh());

        assertThat(catalogue.withSlug("northgate").orElseThrow().state()).isEqualTo(TenantState.SUSPENDED);
    }

    @Test
    void sees_limits_set_elsewhere_when_it_looks_again() {
        var northgate = active(northgate(), "org-of-northgate");
        var southbank = active(southbank(), "org-of-southbank");
        await(catalogue.refresh());
        await(tenants.limit(northgate.id(), new TenantLimits(120, 1), OPERATOR));

        await(catalogue.refresh());

        assertThat(catalogue.withSlug("northgate").orElseThrow().limits()).isEqualTo(new TenantLimits(120, 1));
        assertThat(catalogue.withSlug("southbank")).contains(southbank);
        assertThat(southbank.limits()).isEqualTo(TenantLimits.USUAL);
        assertThat(await(tenants.history(northgate.id())).getLast())
                .satisfies(event -> assertThat(event.what()).isEqualTo("limited"))
                .satisfies(event -> assertThat(event.details())
                        .isEqualTo(
                                new JsonObject().put("requestsPerMinute", 120).put("concurrentActs", 1)));
    }

    @Test
    void forgets_a_pharmacy_that_has_left_and_knows_its_successor_by_the_same_slug() {
        var first = await(tenants.register(TenantId.create(), northgate(), OPERATOR));
        await(catalogue.refresh());
        await(tenants.become(first.id(), TenantState.CLOSED, "closed", OPERATOR, new JsonObject()));
        var second = active(northgate(), "org-of-the-second");

        await(catalogue.refresh());

        assertThat(catalogue.withId(first.id())).isEmpty();
        assertThat(catalogue.withSlug("northgate")).contains(second);
    }

    @Test
    void looks_once_a_second_without_being_asked() throws Exception {
        var watched = new Catalogue(tenants);
        var watch = watched.keepFresh(OnePlatform.vertx());
        OnePlatform.awaitUntil(watched::isFresh);

        active(northgate(), "org-of-northgate");

        OnePlatform.awaitUntil(() -> watched.withSlug("northgate")
                .filter(tenant -> tenant.state() == TenantState.ACTIVE)
                .isPresent());
        watch.close();
    }

    @Test
    void refuses_to_answer_before_its_first_look() {
        assertThatThrownBy(() -> catalogue.withSlug("northgate")).isInstanceOf(CatalogueStale.class);
        assertThat(catalogue.isFresh()).isFalse();
    }

    @Test
    void answers_for_thirty_seconds_without_another_look_and_no_longer() {
        active(northgate(), "org-of-northgate");
        await(catalogue.refresh());

        nanos.addAndGet(Duration.ofSeconds(30).toNanos());
        assertThat(catalogue.withSlug("northgate")).isPresent();

        nanos.incrementAndGet();
        assertThatThrownBy(() -> catalogue.withSlug("northgate")).isInstanceOf(CatalogueStale.class);
    }

    @Test
    void keeps_what_it_knew_when_a_look_fails() {
        active(northgate(), "org-of-northgate");
        await(catalogue.refresh());
        PLATFORM.asSuperuser("revoke select on control.tenant from firstfill_control");

        assertThatThrownBy(() -> await(catalogue.refresh())).hasMessageContaining("permission denied");

        PLATFORM.asSuperuser("grant select on control.tenant to firstfill_control");
        assertThat(catalogue.withSlug("northgate")).isPresent();
    }

    @Test
    void shows_changes_in_the_order_of_their_commits_so_that_no_reader_misses_one() throws Exception {
        var northgate = active(northgate(), "org-of-northgate");
        var southbank = active(southbank(), "org-of-southbank");
        try (var slow = PLATFORM.superuserConnection();
                var statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute("update control.tenant set name = 'first' where slug = 'northgate'");
            var second = tenants.become(southbank.id(), TenantState.SUSPENDED, "suspended", OPERATOR, new JsonObject())
                    .subscribeAsCompletionStage();

            assertThat(await(tenants.changedSince(southbank.revision()))).isEmpty();
            slow.commit();
            second.get(5, TimeUnit.SECONDS);
        }

        assertThat(await(tenants.changedSince(southbank.revision())))
                .extracting(Tenant::id)
                .isEqualTo(List.of(northgate.id(), southbank.id()));
    }

    private Tenant active(NewTenant wish, String organisation) {
        var id = TenantId.create();
        await(tenants.register(id, wish, OPERATOR));
        return await(tenants.activate(id, organisation, 1, OPERATOR));
    }
}
