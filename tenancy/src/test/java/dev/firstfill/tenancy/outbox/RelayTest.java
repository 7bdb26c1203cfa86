package dev.firstfill.tenancy.outbox;

import static dev.firstfill.tenancy.OnePlatform.await;
import static dev.firstfill.tenancy.OnePlatform.awaitUntil;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.tenancy.OnePlatform;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.migration.Migrations;
import dev.firstfill.tenancy.migration.TenantSchemas;
import dev.firstfill.tenancy.provisioning.NoOrganisations;
import dev.firstfill.tenancy.provisioning.Tenancies;
import dev.firstfill.tenancy.routing.TestPools;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RelayTest {
    private static final String SECRET = "whsec_"
            + Base64.getEncoder().encodeToString("thirty-two bytes of test secret!".getBytes(StandardCharsets.UTF_8));
    /** Each may cost an event one attempt, and none shall be parked. */
    private static final int KILLS = Relay.ATTEMPTS_MAX - 2;

    private static OnePlatform platform;
    private static Pool pool;
    private static Tenant northgate;
    private static Tenant southbank;

    private final EventHub hub = new EventHub();
    private final MovableClock clock = new MovableClock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @BeforeAll
    static void openTwoPharmacies() {
        platform = OnePlatform.open();
        pool = TestPools.twoKeys(platform, 4);
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
        pool.close();
        platform.close();
    }

    @BeforeEach
    void emptyOutboxes() {
        platform.asSuperuser(
                "truncate %s.outbox_event; truncate %s.outbox_event".formatted(northgate.schema(), southbank.schema()));
    }

    @AfterEach
    void closeHub() {
        hub.close();
    }

    @Test
    void an_event_arrives_as_a_signed_cloud_event_that_names_a_thing_and_says_nothing_of_it() throws Exception {
        happened(northgate, 1, 1);

        try (var relay = relay()) {
            relay.wake(northgate);
            awaitUntil(() -> undelivered(northgate) == 0);
        }

        var told = hub.told.get(0);
        var event = told.event();
        assertThat(told.headers()).containsEntry("content-type", "application/cloudevents+json; charset=utf-8");
        assertThat(event.fieldNames())
                .containsExactlyInAnyOrder(
                        "specversion", "id", "source", "type", "subject", "time", "datacontenttype", "data");
        assertThat(event.getString("source")).isEqualTo("/pharmacies/northgate");
        assertThat(event.getString("type")).isEqualTo("patient.amended");
        assertThat(event.getString("subject")).isEqualTo("patient/" + thing(1));
        assertThat(event.getJsonObject("data").fieldNames()).containsExactlyInAnyOrder("id", "version");
        assertThat(told.headers()).containsEntry("webhook-id", event.getString("id"));
        assertThat(told.headers().get("webhook-signature")).isEqualTo("v1," + signature(told));
    }

    @Test
    void a_relay_that_is_killed_anywhere_leaves_nothing_untold_and_nothing_out_of_order() {
        int things = 12;
        int versions = 6;
        happened(northgate, things, versions);
        happened(southbank, things, versions);
        var random = new Random(7);
        var heard = new AtomicInteger();
        // Two in ten times it does not take the event, or takes it and its answer is lost.
        hub.answers(event -> {
            heard.incrementAndGet();
            int chance = random.nextInt(10);
            return chance == 0 ? 0 : chance == 1 ? 503 : 204;
        });

        for (int kill = 0; kill < KILLS; kill++) {
            int until = heard.get() + random.nextInt(8);
            try (var relay = relay()) {
                relay.wake(northgate);
                relay.wake(southbank);
                awaitUntil(() -> heard.get() >= until || nothingIsDue(northgate) && nothingIsDue(southbank));
            }
            // Whatever it had in hand comes due again, and what had failed as well.
            clock.advance(Duration.ofHours(1));
        }
        hub.answers(event -> 204);
        try (var relay = relay()) {
            relay.wake(northgate);
            relay.wake(southbank);
            awaitUntil(() -> undelivered(northgate) + undelivered(southbank) == 0);
        }

        var versionsTold = versionsTold();
        assertThat(versionsTold).hasSize(2 * things);
        assertThat(versionsTold.values()).allSatisfy(told -> {
            assertThat(told).isSorted();
            assertThat(told.stream().distinct())
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, versions).boxed().toList());
        });
    }

    @Test
    void two_relays_at_once_tell_each_event_once() {
        happened(northgate, 40, 3);

        try (var one = relay();
                var other = relay()) {
            one.wake(northgate);
            other.wake(northgate);
            awaitUntil(() -> undelivered(northgate) == 0);
        }

        assertThat(hub.told).hasSize(120);
        assertThat(hub.told.stream().map(told -> told.event().getString("id")).distinct())
                .hasSize(120);
    }

    @Test
    void a_relay_takes_no_more_than_it_tells_at_once_however_slow_the_receiver_is() {
        happened(northgate, 40, 1);
        var heard = new CountDownLatch(1);
        var answers = new CountDownLatch(1);
        hub.answers(event -> {
            heard.countDown();
            return opened(answers) ? 204 : 503;
        });

        try (var relay = relay()) {
            relay.wake(northgate);
            awaitUntil(() -> heard.getCount() == 0);

            assertThat(inHand(northgate)).hasSize(Relay.DELIVERIES_AT_ONCE);
            answers.countDown();
            awaitUntil(() -> undelivered(northgate) == 0);
        }
    }

    @Test
    void a_relay_that_ends_writes_down_what_it_told_and_begins_nothing_new() {
        happened(northgate, 1, 2);
        var heard = new CountDownLatch(1);
        var answers = new CountDownLatch(1);
        hub.answers(event -> {
            heard.countDown();
            return opened(answers) ? 204 : 503;
        });

        try (var relay = relay()) {
            relay.wake(northgate);
            awaitUntil(() -> heard.getCount() == 0);
            var end = relay.finish().subscribeAsCompletionStage();
            answers.countDown();
            await(Uni.createFrom().completionStage(end));
        }

        assertThat(hub.told).extracting(EventHub.Told::version).containsExactly(1);
        assertThat(platform.column("select state from %s.outbox_event order by seq".formatted(northgate.schema())))
                .containsExactly("delivered", "waiting");
    }

    @Test
    void an_event_that_is_never_taken_is_parked_and_holds_up_only_its_own_thing() {
        happened(northgate, 2, 2);
        var stubborn = "patient/" + thing(1);
        hub.answers(event -> event.subject().equals(stubborn) ? 500 : 204);

        try (var relay = relay()) {
            for (int attempt = 0; attempt < Relay.ATTEMPTS_MAX; attempt++) {
                relay.wake(northgate);
                awaitUntil(() -> nothingIsDue(northgate) && nothingIsInHand(northgate));
                clock.advance(Duration.ofHours(1));
            }
        }

        var left = await(outbox().undelivered(northgate, 0, 10));
        assertThat(left).hasSize(1);
        assertThat(left.get(0).parked()).isTrue();
        assertThat(left.get(0).failure()).isEqualTo("HTTP 500");
        assertThat(left.get(0).event().attempts()).isEqualTo(Relay.ATTEMPTS_MAX);
        assertThat(undelivered(northgate)).isEqualTo(2);
        assertThat(versionsTold().get("/pharmacies/northgate patient/" + thing(2)))
                .containsExactly(1, 2);
        assertThat(meters.counter("firstfill.outbox.parked", "tenant", "northgate")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void a_parked_event_is_sent_again_when_somebody_says_so_and_those_behind_it_follow() {
        happened(northgate, 1, 3);
        platform.asSuperuser("update %s.outbox_event set state = 'parked', attempts = 14 where version = 1"
                .formatted(northgate.schema()));
        var parked = await(outbox().undelivered(northgate, 0, 10)).get(0);

        var known = await(outbox().sendAgain(northgate, parked.event().id()));
        var again = await(outbox().sendAgain(northgate, parked.event().id()));
        try (var relay = relay()) {
            relay.wake(northgate);
            awaitUntil(() -> undelivered(northgate) == 0);
        }

        assertThat(List.of(known, again)).containsExactly(true, false);
        assertThat(hub.told.stream().map(EventHub.Told::version)).containsExactly(1, 2, 3);
    }

    @Test
    void what_a_killed_process_committed_is_found_by_the_next_one_that_starts() {
        happened(southbank, 3, 1);
        await(platform.catalogue.refresh());

        try (var relay = relay()) {
            relay.start();
            awaitUntil(() -> undelivered(southbank) == 0);
        }

        assertThat(hub.told).hasSize(3);
    }

    @Test
    void questions_to_payers_and_the_news_do_not_wait_for_each_other() {
        happened(northgate, 1, 1);
        platform.asSuperuser("update %s.outbox_event set state = 'parked'".formatted(northgate.schema()));
        questionRaised(northgate);
        var asked = new CopyOnWriteArrayList<OutboxEvent>();

        try (var errands = errands(asked)) {
            errands.wake(northgate);
            awaitUntil(() -> undelivered(northgate) == 1);
        }

        assertThat(asked).extracting(OutboxEvent::subject).containsExactly("payer-question");
        assertThat(hub.told).isEmpty();
    }

    @Test
    void what_is_put_off_is_asked_again_after_its_pause_and_never_parked() {
        questionRaised(northgate);
        var asked = new CopyOnWriteArrayList<OutboxEvent>();

        try (var relay = errands(asked, Uni.createFrom().failure(new PutOff(Duration.ofHours(1))))) {
            for (int times = 1; times <= Relay.ATTEMPTS_MAX + 2; times++) {
                relay.wake(northgate);
                awaitUntil(this::isPutOff);
                assertThat(asked).hasSize(times);
                clock.advance(Duration.ofHours(1));
            }
        }

        assertThat(platform.column("select state from %s.outbox_event".formatted(northgate.schema())))
                .containsExactly("waiting");
    }

    private boolean isPutOff() {
        return !platform.column("select seq from %s.outbox_event where failure = 'put-off' and due_at = '%s'"
                        .formatted(northgate.schema(), clock.instant().plus(Duration.ofHours(1))))
                .isEmpty();
    }

    @Test
    void nobody_outside_is_told_what_payers_are_asked() {
        questionRaised(northgate);
        happened(northgate, 1, 1);

        try (var relay = relay()) {
            relay.wake(northgate);
            awaitUntil(() -> undelivered(northgate) == 1);
        }

        assertThat(hub.told).extracting(EventHub.Told::subject).containsExactly("patient/" + thing(1));
    }

    private Relay errands(List<OutboxEvent> asked) {
        return errands(asked, Uni.createFrom().voidItem());
    }

    private Relay errands(List<OutboxEvent> asked, Uni<Void> outcome) {
        return new Relay(
                outbox().ofErrands(),
                (tenant, question) -> {
                    asked.add(question);
                    return outcome;
                },
                platform.catalogue,
                OnePlatform.vertx().getDelegate(),
                clock,
                Duration.ofMinutes(5),
                meters);
    }

    /** Of the same thing as the first of the news. */
    private void questionRaised(Tenant tenant) {
        platform.asSuperuser("""
                insert into %s.outbox_event (id, type, subject, subject_id, version, at, due_at)
                values (gen_random_uuid(), 'payer-question.raised', 'payer-question', '%s', 1, '%s', '%s')
                """.formatted(tenant.schema(), thing(1), clock.instant(), clock.instant()));
    }

    private static boolean opened(CountDownLatch gate) {
        try {
            return gate.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private Relay relay() {
        var receiver = new HttpReceiver(
                OnePlatform.vertx().getDelegate(), hub.url(), WebhookSignature.withSecret(SECRET), clock);
        return new Relay(
                outbox(),
                receiver,
                platform.catalogue,
                OnePlatform.vertx().getDelegate(),
                clock,
                Duration.ofMinutes(5),
                meters);
    }

    private Outbox outbox() {
        return new Outbox(pool, OnePlatform.vertx().getDelegate(), clock);
    }

    private static String thing(int number) {
        return "00000000-0000-7000-8000-%012d".formatted(number);
    }

    /** The versions of all things alternate, as they would. */
    private void happened(Tenant tenant, int things, int versions) {
        platform.asSuperuser("""
                insert into %s.outbox_event (id, type, subject, subject_id, version, at, due_at)
                select gen_random_uuid(), 'patient.amended', 'patient',
                       ('00000000-0000-7000-8000-' || lpad(thing::text, 12, '0'))::uuid, version, '%s', '%s'
                from generate_series(1, %d) version, generate_series(1, %d) thing
                order by version, thing
                """.formatted(tenant.schema(), clock.instant(), clock.instant(), versions, things));
    }

    private static int undelivered(Tenant tenant) {
        return Integer.parseInt(platform.column(
                        "select count(*) from %s.outbox_event where state <> 'delivered'".formatted(tenant.schema()))
                .get(0));
    }

    private boolean nothingIsDue(Tenant tenant) {
        return await(outbox().nextDue(tenant))
                .map(due -> due.isAfter(clock.instant()))
                .orElse(true);
    }

    /** The clock stands still, so what is in hand comes due exactly one lease from now. */
    private boolean nothingIsInHand(Tenant tenant) {
        return inHand(tenant).isEmpty();
    }

    private List<String> inHand(Tenant tenant) {
        return platform.column("select seq from %s.outbox_event where state = 'waiting' and due_at = '%s'"
                .formatted(tenant.schema(), clock.instant().plus(Outbox.LEASE)));
    }

    private Map<String, List<Integer>> versionsTold() {
        return hub.told.stream()
                .collect(groupingBy(
                        told -> told.source() + " " + told.subject(), mapping(EventHub.Told::version, toList())));
    }

    private static String signature(EventHub.Told told) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("thirty-two bytes of test secret!".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var signed = "%s.%s.%s"
                .formatted(told.headers().get("webhook-id"), told.headers().get("webhook-timestamp"), told.body());
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    /** Stands still until it is moved. */
    private static final class MovableClock extends Clock {
        private volatile Instant now = Instant.parse("2026-11-22T09:00:00Z");

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
