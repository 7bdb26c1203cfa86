import java.nio.file.Files;
import java.nio.file.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a pharmacy has before the first referral comes: calendar, formulary, shelves, stock. */
final class Stock {
    static final String RECALLED_DRUG = "68992-3010-3";
    static final String RECALLED_LOT = "VX4471A";
    private static final String SHELF = "Shelf A";
    private static final String REFRIGERATOR = "Refrigerator 1";

    /** Enough of the lot that is to be recalled for three fills. */
    private static final int OF_THE_RECALLED = 90;

    private static final int OF_EACH = 3000;

    private final Pharmacy pharmacy;

    Stock(Pharmacy pharmacy) {
        this.pharmacy = pharmacy;
    }

    void prepare(Path formulary, boolean ofTheRecalledLot) {
        publishCalendar();
        enterFormulary(formulary);
        var technician = pharmacy.as(Pharmacy.TECHNICIAN);
        technician.post("set up a shelf", "/v1/stock-locations", Map.of("name", SHELF, "storage", "ambient", "active", true));
        technician.post("set up a refrigerator", "/v1/stock-locations", Map.of("name", REFRIGERATOR, "storage", "refrigerated", "active", true));
        technician.post("receive stock", "/v1/stock-receipts", Map.of(
                "transactionReference", "TI-2026-" + pharmacy.example.slug(), "lines", delivery(formulary, ofTheRecalledLot)));
        pharmacy.diary.tell("the calendar stands, %d packages are in the formulary, their stock is on the shelves", lines(formulary).size());
    }

    private void publishCalendar() {
        var manager = pharmacy.as(Pharmacy.MANAGER);
        var present = manager.get("read the workflow settings", "/v1/workflow-settings").body();
        var content = (com.fasterxml.jackson.databind.node.ObjectNode) present.path("content").deepCopy();
        content.putPOJO("holidays", Plan.HOLIDAYS.stream().map(Object::toString).sorted().toList());
        manager.post("publish the holidays", "/v1/workflow-settings", Map.of("content", content));
    }

    private void enterFormulary(Path formulary) {
        var manager = pharmacy.as(Pharmacy.MANAGER);
        var begun = manager.post("begin an import", "/v1/imports", Map.of("source", "formulary"));
        var path = "/v1/imports/" + begun.id();
        var answers = manager.postDocument("import the formulary", path + "/lines", "application/x-ndjson", String.join("\n", lines(formulary)) + "\n");
        if (answers.body().asText().contains("refused")) {
            throw new DemoFailure("The formulary was not taken in:\n" + answers.body().asText());
        }
        manager.post("complete the import", path + "/completion");
    }

    private static List<Map<String, Object>> delivery(Path formulary, boolean ofTheRecalledLot) {
        var all = new ArrayList<Map<String, Object>>();
        for (var line : lines(formulary)) {
            try {
                var drug = Api.JSON.readTree(line).path("record");
                var place = drug.path("storage").asText().equals("refrigerated") ? REFRIGERATOR : SHELF;
                var ndc = drug.path("ndc").asText();
                all.add(line(ndc, "L" + ndc.replace("-", "").substring(4), "2028-05", OF_EACH, place));
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                throw new DemoFailure("That is no line of a formulary: " + line);
            }
        }
        if (ofTheRecalledLot) {
            all.add(line(RECALLED_DRUG, RECALLED_LOT, "2027-09", OF_THE_RECALLED, SHELF));
        }
        var given = line(RECALLED_DRUG, "FG0001", "2028-05", OF_EACH, SHELF);
        given.put("ownership", "free-goods");
        given.put("owner", "Veloxis Pharmaceuticals");
        all.add(given);
        return all;
    }

    private static Map<String, Object> line(String ndc, String lot, String expires, int quantity, String place) {
        return new LinkedHashMap<>(Map.of(
                "drug", ndc, "lotNumber", lot, "expiresOn", expires, "quantity", quantity, "ownership", "owned", "location", place));
    }

    private static List<String> lines(Path formulary) {
        try {
            return Files.readAllLines(formulary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
