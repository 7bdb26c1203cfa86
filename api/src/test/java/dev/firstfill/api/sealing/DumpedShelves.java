package dev.firstfill.api.sealing;

import static dev.firstfill.api.testing.Requests.as;

import dev.firstfill.api.contract.ContractDocument;
import dev.firstfill.api.security.Role;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.restassured.response.Response;

/** Shelves where people write names of patients into every reason and note, which they should not. */
final class DumpedShelves {
    private static final Role[] AT_THE_SHELVES = {Role.DISPENSING_PHARMACIST, Role.PHARMACY_MANAGER};

    private final Tenant pharmacy;

    DumpedShelves(Tenant pharmacy) {
        this.pharmacy = pharmacy;
    }

    void fill(String words) {
        for (var operation : new String[] {"createDrug", "createStockLocation"}) {
            sent(ContractDocument.operation(operation).path(), operation, "", words);
        }
        var lot = sent("/v1/stock-receipts", "createStockReceipt", "", words).header("Location");
        sent(lot + "/waste", "wasteStockLot", "reason", words);
        sent(lot + "/adjustment", "adjustStockLot", "reason", words);
        sent("/v1/excursions", "createExcursion", "note", words);
        sent("/v1/recalls", "createRecall", "reason", words);
    }

    private Response sent(String path, String operation, String property, String words) {
        var body = ContractDocument.operation(operation).bodyExample();
        if (!property.isEmpty()) {
            body.put(property, words);
        }
        var answer = as(pharmacy, AT_THE_SHELVES)
                .contentType("application/json")
                .body(body.toString())
                .post(path);
        answer.then().statusCode(operation.startsWith("create") ? 201 : 200);
        return answer;
    }
}
