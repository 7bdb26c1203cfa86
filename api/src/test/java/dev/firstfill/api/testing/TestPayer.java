package dev.firstfill.api.testing;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** The payer that the API under test asks: told how to behave, and asked what it did. */
public final class TestPayer {
    private TestPayer() {}

    /** Nobody else's. @param conduct how the payer meets whom nobody gave it a script for; empty when it pays */
    public static String memberWhom(String conduct) {
        return conduct.toUpperCase().replace("-", "")
                + UUID.randomUUID().toString().replace("-", "").substring(0, 6).toUpperCase();
    }

    /** How it meets the member's next requests, one after the other. */
    public static void willMeet(String member, String... conduct) {
        var names = String.join("\", \"", conduct);
        RestAssured.given()
                .body("{\"member\": \"%s\", \"conduct\": [\"%s\"]}".formatted(member, names))
                .post(at("/script"))
                .then()
                .statusCode(204);
    }

    /** The money that it moved for a claim, in order. */
    public static List<BigDecimal> moved(String claim) {
        List<Object> amounts = json("/books").getList("findAll { it.reference == '%s' }.amount".formatted(claim));
        return amounts.stream()
                .map(amount -> new BigDecimal(amount.toString()).setScale(2))
                .toList();
    }

    /** The transactions that it was asked for about a claim, in order: B1, B2, D1. */
    public static List<String> asked(String claim) {
        return json("/questions").getList("findAll { it.reference == '%s' }.transactionCode".formatted(claim));
    }

    private static JsonPath json(String path) {
        return RestAssured.given().get(at(path)).jsonPath();
    }

    private static String at(String path) {
        var claims = ConfigProvider.getConfig().getValue("firstfill.payer.url", String.class);
        return claims.replaceFirst("/claims$", path);
    }
}
