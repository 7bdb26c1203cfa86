package dev.firstfill.api.isolation;

import static io.restassured.RestAssured.given;

import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** One operation of the contract as the running program publishes it. */
record Operation(String method, String path) {
    private static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete");

    /** Of the platform's operator, who is let into no pharmacy. */
    private static final List<String> OF_NO_PHARMACY = List.of("/v1/tenants", "/v1/migration", "/problems");

    static List<Operation> ofPharmacies() {
        return new JsonObject(given().get("/q/openapi?format=json").asString())
                .getJsonObject("paths").stream()
                        .filter(path -> OF_NO_PHARMACY.stream().noneMatch(path.getKey()::startsWith))
                        .flatMap(path -> methodsOf((JsonObject) path.getValue())
                                .map(method -> new Operation(method, path.getKey())))
                        .sorted(Comparator.comparing(Operation::toString))
                        .toList();
    }

    private static Stream<String> methodsOf(JsonObject path) {
        return path.fieldNames().stream().filter(METHODS::contains);
    }

    boolean namesARecord() {
        return path.contains("{");
    }

    String of(String record) {
        return path.replaceAll("\\{[^}]*}", record);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
