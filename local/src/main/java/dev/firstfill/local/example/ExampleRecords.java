package dev.firstfill.local.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firstfill.local.JsonApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * A few prescribers, drugs and patients, so that the first look at a pharmacy is not an empty page. They stand in
 * {@code example/<pharmacy>.json}; both pharmacies have a Marisol Vega, and neither may ever see the other's.
 */
final class ExampleRecords {

    /** Patients last: their records may name the others. */
    private static final List<String> KINDS = List.of("prescribers", "drugs", "patients");

    private ExampleRecords() {}

    /**
     * Enters the records in the order of the file and goes on where an earlier try was cut short. Who has entered
     * more than the file holds has begun to work there, and is left alone.
     *
     * @param api called as the pharmacy's manager, who may write them all
     */
    static void ensure(ExamplePharmacy pharmacy, JsonApi api) {
        var records = read(pharmacy);
        for (var kind : KINDS) {
            var wanted = records.path(kind);
            var path = "/v1/" + kind;
            var present =
                    api.get(path + "?limit=" + wanted.size()).path("items").size();
            for (var next = present; next < wanted.size(); next++) {
                api.post(path, wanted.get(next)).expecting(201);
            }
        }
    }

    private static JsonNode read(ExamplePharmacy pharmacy) {
        var file = "/example/" + pharmacy.slug() + ".json";
        try (var in = Objects.requireNonNull(ExampleRecords.class.getResourceAsStream(file), file)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
