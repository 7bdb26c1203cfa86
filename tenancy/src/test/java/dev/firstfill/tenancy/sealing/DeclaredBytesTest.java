package dev.firstfill.tenancy.sealing;

import static dev.firstfill.tenancy.OnePlatform.OPERATOR;
import static dev.firstfill.tenancy.OnePlatform.await;
import static dev.firstfill.tenancy.OnePlatform.northgate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.tenancy.OnePlatform;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantId;
import dev.firstfill.tenancy.migration.Migrations;
import dev.firstfill.tenancy.migration.TenantSchemas;
import dev.firstfill.tenancy.sealing.ByteColumn.Key;
import dev.firstfill.tenancy.sealing.ByteColumn.PersonIn;
import dev.firstfill.tenancy.sealing.ByteColumn.Plain;
import dev.firstfill.tenancy.sealing.ByteColumn.Sealed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeclaredBytesTest {
    private final OnePlatform platform = OnePlatform.open();
    private final Tenant pharmacy = opened();

    private Tenant opened() {
        var tenant = await(platform.tenants.register(TenantId.create(), northgate(), OPERATOR));
        await(new TenantSchemas(platform.owner, Migrations.ofTenants()).create(tenant));
        return tenant;
    }

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void every_column_of_bytes_in_a_pharmacys_schema_says_what_it_holds() {
        var columns = await(ByteColumns.of(pharmacy, platform.owner.main()));

        assertThat(columns)
                .contains(
                        new Plain("audit_record", "hash"),
                        new Sealed("audit_record", "sealed", new PersonIn("entry", "sealedFor"), true),
                        new Sealed("idempotency_key", "answer", new PersonIn("person", null), true),
                        new Sealed("patient", "record", new PersonIn("id", null), false),
                        new Key("patient_key", "wrapped", new PersonIn("patient_id", null)));
    }

    @Test
    void one_that_does_not_say_it_is_found() {
        platform.asSuperuser("alter table %s.drug add column picture bytea".formatted(pharmacy.schema()));

        assertThatThrownBy(() -> await(ByteColumns.of(pharmacy, platform.owner.main())))
                .hasMessage("The column drug.picture holds bytes, and its comment does not say what they are.");
    }

    @Test
    void a_comment_that_only_resembles_a_declaration_declares_nothing() {
        for (var comment : new String[] {"sealed", "sealed: by somebody", "key: of the person in id", "plain:"}) {
            assertThatThrownBy(() -> ByteColumn.declared("drug", "picture", comment))
                    .as(comment)
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}
