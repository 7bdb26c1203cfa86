import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The technician: queues fills, takes them from the shelf, packs, ships, and follows the boxes. */
final class Fulfilment extends Worker {
    private static final LocalTime DELIVERED_BY = LocalTime.of(11, 0);
    private static final Duration BEFORE_SOMEBODY_LOOKS = Duration.ofMinutes(30);

    Fulfilment(Pharmacy pharmacy) {
        super(pharmacy, Pharmacy.TECHNICIAN, "fulfilment");
    }

    @Override
    Later work(Referral referral, Api.Answer patientCase, JsonNode task) {
        return switch (task.path("type").asText()) {
            case "other" -> refill(referral, patientCase, task);
            case "queue-dispense" -> {
                queue(referral, patientCase);
                yield null;
            }
            case "dispense" -> dispense(referral, patientCase);
            case "follow-delivery" -> follow(referral, patientCase);
            default -> null;
        };
    }

    private void queue(Referral referral, Api.Answer patientCase) {
        var made = api.post(
                "queue a fill of " + referral,
                "/v1/dispenses",
                Map.of("prescription", patientCase.text("prescription"), "part", "full"));
        referral.dispense = made.id();
    }

    private Later refill(Referral referral, Api.Answer patientCase, JsonNode task) {
        queue(referral, patientCase);
        var seen = api.get("read a task", "/v1/tasks/" + task.path("id").asText());
        api.postTo(seen, "complete a task", "/v1/tasks/" + seen.id() + "/completion", Map.of("outcome", "done"));
        pharmacy.diary.count("refills queued");
        return null;
    }

    private Later dispense(Referral referral, Api.Answer patientCase) {
        var dispense = read(referral);
        switch (dispense.text("state")) {
            case "queued" -> {
                if (referral.trait == Trait.NOT_COVERED && !dispense.body().hasNonNull("claimExemption")) {
                    return null;
                }
                if (!mayShipToday(referral)) {
                    return tomorrow("The box would arrive when nobody delivers.");
                }
                plan(referral, dispense);
                api.post("fill " + referral, path(referral, "fill"), Map.of("lots", List.of()));
                pharmacy.diary.count("fills");
            }
            case "filled" -> planAgain(referral, dispense);
            case "verified" -> {
                if (!mayShipToday(referral)) {
                    return tomorrow("The box would arrive when nobody delivers.");
                }
                plan(referral, dispense);
                api.post("pack " + referral, path(referral, "packing"));
                ship(referral);
            }
            default -> { }
        }
        return null;
    }

    /** What has to stay cold is sent only when it arrives on the next day. */
    private boolean mayShipToday(Referral referral) {
        return !Knowledge.isCold(referral) || Plan.isBusinessDay(pharmacy.today().plusDays(1));
    }

    private void planAgain(Referral referral, Api.Answer dispense) {
        if (dispense.body().path("shippingPlan").path("shipOn").asText().compareTo(pharmacy.today().toString()) < 0 && mayShipToday(referral)) {
            plan(referral, dispense);
        }
    }

    private void plan(Referral referral, Api.Answer dispense) {
        var patient = api.get("read the patient of " + referral, "/v1/patients/" + dispense.text("patient"));
        var plan = new LinkedHashMap<String, Object>(Map.of(
                "address", patient.body().path("addresses").path(0),
                "carrier", "UPS",
                "service", "Next Day Air",
                "shipOn", pharmacy.today().toString(),
                "arrivesOn", Plan.businessDayAfter(pharmacy.today()).toString(),
                "saturdayDelivery", false,
                "signature", "consented"));
        if (Knowledge.isCold(referral)) {
            plan.put("coldPack", Map.of("packOut", "PO-48-WINTER", "holdHours", 48, "season", "winter"));
        }
        api.post("plan the box of " + referral, path(referral, "shipping-plan"), plan);
    }

    private void ship(Referral referral) {
        var tracking = "1Z999AA1" + Math.abs(referral.dispense.hashCode());
        api.post("ship " + referral, path(referral, "shipment"), Map.of("trackingNumber", tracking));
        referral.shipped = true;
        pharmacy.diary.count("boxes shipped");
    }

    private Later follow(Referral referral, Api.Answer patientCase) {
        var dispense = read(referral);
        var arrives = LocalDate.parse(dispense.body().path("shippingPlan").path("arrivesOn").asText());
        var known = arrives.atTime(DELIVERED_BY).atZone(Plan.ZONE).toInstant();
        if (pharmacy.now().isBefore(known)) {
            return new Later(known, "On its way.");
        }
        if (referral.trait == Trait.LOST_BOX && !referral.boxWasLost) {
            referral.boxWasLost = true;
            api.post("report the lost box of " + referral, path(referral, "exception"), Map.of(
                    "reason", "lost", "note", "The carrier cannot find it."));
            pharmacy.diary.tell("%s: the carrier has lost the box", referral);
            return null;
        }
        var delivered = pharmacy.now().minus(BEFORE_SOMEBODY_LOOKS).toString();
        api.post("record the delivery of " + referral, path(referral, "delivery"), Map.of("deliveredAt", delivered));
        pharmacy.diary.count("boxes delivered");
        return null;
    }

    private Api.Answer read(Referral referral) {
        return api.get("read the dispense of " + referral, "/v1/dispenses/" + referral.dispense);
    }

    private static String path(Referral referral, String part) {
        return "/v1/dispenses/" + referral.dispense + "/" + part;
    }
}
