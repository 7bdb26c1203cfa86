package dev.firstfill.api.dispensing;

import dev.firstfill.dispensing.Dispense;
import org.jboss.resteasy.reactive.RestResponse;

/** What operations on one dispense answer. Nothing of it is replaced by a client, so no version is promised. */
final class DispenseAnswers {
    private DispenseAnswers() {}

    static RestResponse<DispenseView> ok(Dispense dispense) {
        return RestResponse.ok(DispenseView.of(dispense));
    }
}
