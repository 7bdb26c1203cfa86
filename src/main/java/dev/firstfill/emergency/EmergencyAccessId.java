package dev.firstfill.emergency;

import dev.firstfill.kernel.Ids;
import java.util.UUID;

/** Identifies one access in an emergency. */
public record EmergencyAccessId(UUID value) {

    /** @throws EmergencyRefusals.EmergencyAccessNotFound when it is no id: what cannot exist is not there */
    public static EmergencyAccessId of(String text) {
        return Ids.read(text).map(EmergencyAccessId::new).orElseThrow(EmergencyRefusals.EmergencyAccessNotFound::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
