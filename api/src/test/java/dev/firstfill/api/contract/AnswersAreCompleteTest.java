package dev.firstfill.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.Index;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AnswersAreCompleteTest {
    @org.eclipse.microprofile.openapi.annotations.media.Schema(name = "Parcel")
    record ParcelView(String id, @Nullable String carrier, List<String> contents, boolean cold) {}

    record NewParcel(String carrier, boolean cold) {}

    @Test
    void what_a_view_always_has_is_required_in_the_order_of_the_view() throws IOException {
        var contract = filtered("Parcel", "id", "carrier", "contents", "cold");

        assertThat(schema(contract, "Parcel").getRequired()).containsExactly("id", "contents", "cold");
    }

    @Test
    void a_property_that_the_contract_hides_is_not_required() throws IOException {
        var contract = filtered("Parcel", "id", "carrier");

        assertThat(schema(contract, "Parcel").getRequired()).containsExactly("id");
    }

    @Test
    void what_clients_send_is_left_to_validation() throws IOException {
        var contract = filtered("NewParcel", "carrier", "cold");

        assertThat(schema(contract, "NewParcel").getRequired()).isNull();
    }

    @Test
    void what_is_no_view_is_left_alone() throws IOException {
        var contract = filtered("Address", "line1");

        assertThat(schema(contract, "Address").getRequired()).isNull();
    }

    private static OpenAPI filtered(String name, String... properties) throws IOException {
        var schema = OASFactory.createSchema();
        for (var property : properties) {
            schema.addProperty(property, OASFactory.createSchema());
        }
        var contract = OASFactory.createOpenAPI()
                .components(OASFactory.createComponents().addSchema(name, schema))
                .paths(OASFactory.createPaths().addPathItem("/v1/parcels", postOf("NewParcel")));
        new AnswersAreComplete(Index.of(ParcelView.class, NewParcel.class)).filterOpenAPI(contract);
        return contract;
    }

    private static PathItem postOf(String body) {
        var content = OASFactory.createContent()
                .addMediaType(
                        "application/json",
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(body)));
        return OASFactory.createPathItem()
                .POST(OASFactory.createOperation()
                        .requestBody(OASFactory.createRequestBody().content(content)));
    }

    private static Schema schema(OpenAPI contract, String name) {
        return contract.getComponents().getSchemas().get(name);
    }
}
