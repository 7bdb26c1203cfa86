package dev.firstfill.api.attack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firstfill.api.contract.ContractDocument;
import dev.firstfill.api.contract.ContractOperation;
import dev.firstfill.api.security.Role;
import java.util.Set;

/** The shelves of a scene. What a body names has to be there; what is received is a lot of its own, in a place of its own. */
final class SceneShelves {
    /** What is made by receiving something. */
    static final Set<String> STOCKS = Set.of("/v1/stock-lots", "/v1/stock-levels");

    /** They are about all that lies in a place: so there is something, and it is one lot. */
    private static final Set<String> ABOUT_A_PLACE = Set.of("createExcursion", "createStockCount");

    private final Scene scene;
    private String drug = "";
    private String lastPlace = "";

    SceneShelves(Scene scene) {
        this.scene = scene;
    }

    /** The address of a new lot, or of the level of a drug of which there is some. */
    String made(String list) {
        var lot = received();
        return list.equals("/v1/stock-lots") ? lot : list + "/" + drug();
    }

    void fill(ContractOperation operation, ObjectNode body, String thing) {
        if (body.has("drug")) {
            body.put("drug", drug());
        }
        if (body.has("location")) {
            body.put("location", ABOUT_A_PLACE.contains(operation.id()) ? stockedPlace() : place());
        }
        for (var line : body.path("lines")) {
            lastPlace = place();
            ((ObjectNode) line).put("drug", drug()).put("location", lastPlace);
        }
        if (body.has("lot")) {
            var sheet = Wire.send(Request.to("GET", thing).bearer(scene.token(Role.FULFILMENT_TECHNICIAN)));
            body.put("lot", sheet.json().path("lines").path(0).path("lot").asText());
        }
    }

    private String stockedPlace() {
        received();
        return lastPlace;
    }

    private String received() {
        return scene.made(ContractDocument.operation("createStockReceipt"));
    }

    private String place() {
        return id(scene.made("/v1/stock-locations"));
    }

    private String drug() {
        if (drug.isEmpty()) {
            drug = id(scene.made("/v1/drugs"));
        }
        return drug;
    }

    private static String id(String address) {
        return address.replaceFirst(".*/", "");
    }
}
