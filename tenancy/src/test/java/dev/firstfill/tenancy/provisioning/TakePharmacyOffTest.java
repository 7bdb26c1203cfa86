package dev.firstfill.tenancy.provisioning;

import static dev.firstfill.tenancy.OnePlatform.OPERATOR;
import static dev.firstfill.tenancy.OnePlatform.await;
import static dev.firstfill.tenancy.OnePlatform.northgate;
import static dev.firstfill.tenancy.OnePlatform.southbank;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.kernel.Seals.BrokenSeal;
import dev.firstfill.kernel.Seals.Place;
import dev.firstfill.tenancy.OnePlatform;
import dev.firstfill.tenancy.catalogue.TenancyRefusals.TenantBusy;
import dev.firstfill.tenancy.catalogue.TenancyRefusals.TenantCannotBecome;
import dev.firstfill.tenancy.catalogue.TenancyRefusals.TenantNotFound;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantEvent;
import dev.firstfill.tenancy.catalogue.TenantState;
import dev.firstfill.tenancy.migration.Fixture;
import dev.firstfill.tenancy.migration.TenantSchemas;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TakePharmacyOffTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);

    private final OnePlatform platform = OnePlatform.open();
    private final TenantSchemas schemas = new TenantSchemas(platform.owner, Fixture.migrations());
    private final Tenancies tenancies =
            new Tenancies(platform.tenants, platform.catalogue, schemas, platform.keys, new NoOrganisations());
    private final Offboarding offboarding = new Offboarding(
            platform.tenants,
            platform.catalogue,
            schemas,
            platform.keys,
            new NoOrganisations(),
            new TenantExport(platform.app, platform.keys, "0.1.0", NOON));

    @TempDir
    private Path exports;

    private Tenant northgate;

    @BeforeEach
    void openNorthgate() {
        northgate = await(tenancies.provision(northgate(), OPERATOR));
    }

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void suspends_and_resumes() {
        await(tenancies.suspend("northgate", "unpaid", OPERATOR));
        assertThat(platform.catalogue.withSlug("northgate").orElseThrow().state())
                .isEqualTo(TenantState.SUSPENDED);

        await(tenancies.resume("northgate", OPERATOR));
        assertThat(platform.catalogue.withSlug("northgate").orElseThrow().state())
                .isEqualTo(TenantState.ACTIVE);

        assertThat(events()).containsExactly("registered", "activated", "suspended", "resumed");
    }

    @Test
    void refuses_moves_that_make_no_sense_and_changes_nothing() {
        assertThatThrownBy(() -> await(tenancies.resume("northgate", OPERATOR)))
                .isInstanceOf(TenantCannotBecome.class)
                .hasMessage("The pharmacy 'northgate' is ACTIVE and cannot become ACTIVE.");
        assertThatThrownBy(() -> await(tenancies.suspend("nowhere", "unpaid", OPERATOR)))
                .isInstanceOf(TenantNotFound.class);

        assertThat(await(tenancies.all())).containsExactly(northgate);
        assertThat(events()).containsExactly("registered", "activated");
    }

    @Test
    void exports_everything_into_files_that_only_their_owner_reads() throws Exception {
        platform.asSuperuser("""
                insert into %1$s.shelf (id, label, cold) values
                  ('00000000-0000-7000-8000-000000000001', 'top', true),
                  ('00000000-0000-7000-8000-000000000002', 'bottom "left"', false);
                insert into %1$s.box (id, shelf_id, contents) values
                  ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000001', '{"count": 2.50}');
                """.formatted(northgate.schema()));

        var left = await(offboarding.offboard("northgate", exports, OPERATOR));

        assertThat(left.folder()).isEqualTo(exports.resolve("northgate-20260302T120000Z"));
        assertThat(names(left.folder())).containsExactly("box.ndjson", "manifest.json", "shelf.ndjson");
        assertThat(left.folder().resolve("shelf.ndjson")).hasContent("""
                        {"id": "00000000-0000-7000-8000-000000000001", "cold": true, "label": "top", "number": 101, "checked_on": null}
                        {"id": "00000000-0000-7000-8000-000000000002", "cold": false, "label": "bottom \\"left\\"", "number": 102, "checked_on": null}
                        """);
        assertThat(Files.readString(left.folder().resolve("box.ndjson"))).contains("\"contents\": {\"count\": 2.50}");
        assertThat(permissions(left.folder())).isEqualTo("rwx------");
        assertThat(permissions(left.folder().resolve("shelf.ndjson"))).isEqualTo("rw-------");
        assertThat(permissions(left.folder().resolve("manifest.json"))).isEqualTo("rw-------");
    }

    @Test
    void the_manifest_tells_what_there_is_and_the_catalogue_remembers_it() throws Exception {
        var left = await(offboarding.offboard("northgate", exports, OPERATOR));

        var manifest = new JsonObject(Files.readString(left.folder().resolve("manifest.json")));
        assertThat(manifest.getString("exportedAt")).isEqualTo("2026-03-02T12:00:00Z");
        assertThat(manifest.getInteger("schemaVersion")).isEqualTo(4);
        assertThat(manifest.getString("platformVersion")).isEqualTo("0.1.0");
        assertThat(manifest.getJsonObject("tenant").getString("id"))
                .isEqualTo(northgate.id().toString());
        assertThat(manifest.getJsonArray("files").getJsonObject(0))
                .isEqualTo(new JsonObject()
                        .put("table", "box")
                        .put("file", "box.ndjson")
                        .put("rows", 0)
                        .put("bytes", 0)
                        .put("sha256", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        assertThat(events()).endsWith("offboarding-begun", "exported", "closed");
        var closing = await(platform.tenants.history(northgate.id())).getLast();
        assertThat(closing.details().getString("manifestSha256"))
                .isEqualTo(left.manifestSha256())
                .isEqualTo(ExportFolder.sha256Of(left.folder().resolve("manifest.json")));
    }

    @Test
    void opens_sealed_values_because_their_keys_go() throws Exception {
        var id = UUID.fromString("00000000-0000-7000-8000-000000000001");
        platform.asSuperuser("""
                alter table %1$s.shelf add column record bytea;
                comment on column %1$s.shelf.record is 'sealed: by the pharmacy';
                """.formatted(northgate.schema()));
        platform.asSuperuser("insert into %s.shelf (id, label, record) values ('%s', 'top', '\\x%s')"
                .formatted(northgate.schema(), id, HexFormat.of().formatHex(sealed(id))));

        var left = await(offboarding.offboard("northgate", exports, OPERATOR));

        assertThat(left.folder().resolve("shelf.ndjson")).content().contains("\"record\":{\"name\":\"Ada Quill\"}");
    }

    private byte[] sealed(UUID id) throws Exception {
        return platform.seal(
                northgate,
                new Place("shelf", "record", id),
                "{\"name\":\"Ada Quill\"}".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void erases_schema_role_and_keys_and_leaves_the_neighbour_alone() {
        var southbank = await(tenancies.provision(southbank(), OPERATOR));

        var left = await(offboarding.offboard("northgate", exports, OPERATOR));

        assertThat(left.tenant().state()).isEqualTo(TenantState.CLOSED);
        assertThat(platform.catalogue.withSlug("northgate")).isEmpty();
        assertThat(platform.schemas()).containsExactly(southbank.schema());
        assertThat(platform.roleExists(northgate)).isFalse();
        assertThat(platform.roleExists(southbank)).isTrue();
        assertThat(platform.column("select tenant_id from control.tenant_key"))
                .containsExactly(southbank.id().toString());
    }

    @Test
    void erases_nothing_when_the_export_fails_and_goes_on_from_there_the_next_time() throws Exception {
        platform.asSuperuser("revoke select on %s.box from %s".formatted(northgate.schema(), northgate.role()));

        assertThatThrownBy(() -> await(offboarding.offboard("northgate", exports, OPERATOR)))
                .hasMessage("The pharmacy's role cannot read [box]: they would be lost.");

        assertThat(platform.schemas()).containsExactly(northgate.schema());
        assertThat(names(exports)).isEmpty();
        assertThat(platform.column("select state from control.tenant")).containsExactly("OFFBOARDING");

        platform.asSuperuser("grant select on %s.box to %s".formatted(northgate.schema(), northgate.role()));
        await(offboarding.offboard("northgate", exports, OPERATOR));

        assertThat(platform.schemas()).isEmpty();
    }

    @Test
    void closes_it_when_a_crash_came_between_erasing_and_closing() {
        platform.asSuperuser("alter table control.tenant add constraint nobody_closes check (state <> 'CLOSED')");
        assertThatThrownBy(() -> await(offboarding.offboard("northgate", exports, OPERATOR)))
                .hasMessageContaining("nobody_closes");
        assertThat(platform.schemas()).isEmpty();
        platform.asSuperuser("alter table control.tenant drop constraint nobody_closes");

        var left = await(offboarding.offboard("northgate", exports, OPERATOR));

        assertThat(left.folder()).isEqualTo(exports.resolve("northgate-20260302T120000Z"));
        assertThat(platform.column("select state from control.tenant")).containsExactly("CLOSED");
        assertThat(names(exports)).hasSize(1);
        assertThat(events()).endsWith("offboarding-begun", "exported", "closed");
    }

    @Test
    void erases_nothing_when_a_sealed_value_does_not_open() {
        platform.asSuperuser("""
                alter table %1$s.shelf add column record bytea;
                comment on column %1$s.shelf.record is 'sealed: by the pharmacy';
                insert into %1$s.shelf (id, label, record)
                values ('00000000-0000-7000-8000-000000000001', 'top', '\\x0102030405');
                """.formatted(northgate.schema()));

        assertThatThrownBy(() -> await(offboarding.offboard("northgate", exports, OPERATOR)))
                .isInstanceOf(BrokenSeal.class);

        assertThat(platform.schemas()).containsExactly(northgate.schema());
        assertThat(names(exports)).isEmpty();
    }

    @Test
    void erases_nothing_when_a_column_of_bytes_does_not_say_what_it_holds() {
        platform.asSuperuser("alter table %s.shelf add column picture bytea".formatted(northgate.schema()));

        assertThatThrownBy(() -> await(offboarding.offboard("northgate", exports, OPERATOR)))
                .hasMessage("The column shelf.picture holds bytes, and its comment does not say what they are.");

        assertThat(platform.schemas()).containsExactly(northgate.schema());
        assertThat(names(exports)).isEmpty();
    }

    @Test
    void waits_for_a_writer_that_was_at_it_and_turns_away_the_next() throws Exception {
        try (var writer = platform.superuserConnection();
                var statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute("set local role " + northgate.role());
            statement.execute("insert into %s.shelf (id, label) values (gen_random_uuid(), 'last')"
                    .formatted(northgate.schema()));
            var leaving = offboarding.offboard("northgate", exports, OPERATOR).subscribeAsCompletionStage();
            OnePlatform.awaitUntil(
                    () -> !platform.column("select 1 from pg_locks l join pg_database d on d.oid = l.database"
                                    + " where d.datname = '%s' and not l.granted".formatted(platform.database))
                            .isEmpty());

            assertThat(mayWrite()).isFalse();
            writer.commit();
            var left = leaving.get();

            assertThat(left.folder().resolve("shelf.ndjson")).content().contains("\"label\": \"last\"");
        }
    }

    private boolean mayWrite() {
        return platform.column("select has_table_privilege('%s', '%s.shelf', 'insert')"
                        .formatted(northgate.role(), northgate.schema()))
                .contains("t");
    }

    @Test
    void two_at_a_time_are_refused() throws Exception {
        try (var other = platform.superuserConnection();
                var statement = other.createStatement()) {
            statement.execute(
                    "select pg_advisory_lock(%d)".formatted(northgate.id().lock()));

            assertThatThrownBy(() -> await(offboarding.offboard("northgate", exports, OPERATOR)))
                    .isInstanceOf(TenantBusy.class);
        }
        assertThat(platform.schemas()).containsExactly(northgate.schema());
    }

    private List<String> events() {
        return await(platform.tenants.history(northgate.id())).stream()
                .map(TenantEvent::what)
                .toList();
    }

    private static List<String> names(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
