package dev.firstfill.api.attack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firstfill.api.attack.AttackList.Target;
import dev.firstfill.api.contract.ContractOperation;
import dev.firstfill.api.testing.Workbench;
import java.util.HashMap;
import java.util.Map;

/** The bench of a scene, where dispenses are brought to where the operation that is attacked begins. */
final class SceneBench {
    private final Scene scene;
    private final Map<String, String> patientOfRecall = new HashMap<>();

    SceneBench(Scene scene) {
        this.scene = scene;
    }

    /** The address of a dispense to which the operation can be done. */
    String dispenseFor(Target target) {
        var bench = bench();
        return "/v1/dispenses/"
                + switch (target.id()) {
                    case "rejectDispense", "verifyDispense", "overrideGate" -> bench.filled();
                    case "packDispense" -> bench.verified();
                    case "shipDispense" -> bench.packed();
                    case "deliverDispense", "reportDeliveryException", "returnDispense" -> bench.shipped();
                    case "reverseDispense" -> bench.returned();
                    case "recordTolerance" -> bench.shippedPartial();
                    default -> bench.queued();
                };
    }

    /** The address of a recall of which somebody has to be told. */
    String recall() {
        var recalled = bench().recalled();
        var address = "/v1/recalls/" + recalled.recall();
        patientOfRecall.put(address, recalled.patient());
        return address;
    }

    void fill(ContractOperation operation, ObjectNode body, String thing) {
        switch (operation.id()) {
            case "createDispense" -> body.put("prescription", bench().prescription());
            case "planShipment" -> body.setAll(Workbench.plan());
            case "recordRecallContact" -> {
                if (patientOfRecall.containsKey(thing)) {
                    body.put("patient", patientOfRecall.get(thing));
                }
            }
            default -> {}
        }
    }

    private Workbench bench() {
        return Workbench.of(scene.pharmacy());
    }
}
