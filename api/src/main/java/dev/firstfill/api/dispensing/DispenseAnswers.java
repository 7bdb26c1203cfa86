package dev.firstfill.api.dispensing;

import dev.firstfill.api.http.Answers;
import dev.firstfill.dispensing.Dispense;
import org.jboss.resteasy.reactive.RestResponse;

/** What operations on one dispense answer. */
final class DispenseAnswers {
    private DispenseAnswers() {}

    static RestResponse<DispenseView> ok(Dispense dispense) {
        return Answers.ok(DispenseView.of(dispense), dispense.version());
    }
}
