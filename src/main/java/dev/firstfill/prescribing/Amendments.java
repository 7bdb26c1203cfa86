package dev.firstfill.prescribing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What of a prescription may be changed when. Everything in a draft but its patient, whose key has sealed it; once it is
 * active, only what does not make it another order, and never without saying why and who authorised it.
 */
final class Amendments {
    private static final Map<String, Function<PrescriptionOrder, Object>> FIXED_ALWAYS =
            Map.of("patient", PrescriptionOrder::patient);

    private static final Map<String, Function<PrescriptionOrder, Object>> FIXED_ONCE_ACTIVE = fixedOnceActive();

    private Amendments() {}

    private static Map<String, Function<PrescriptionOrder, Object>> fixedOnceActive() {
        var fixed = new LinkedHashMap<String, Function<PrescriptionOrder, Object>>(FIXED_ALWAYS);
        fixed.put("prescriber", PrescriptionOrder::prescriber);
        fixed.put("drug", PrescriptionOrder::drug);
        fixed.put("quantity", order -> order.terms().quantity());
        fixed.put("writtenOn", order -> order.terms().writtenOn());
        fixed.put("startsOn", order -> order.terms().startsOn());
        fixed.put("expiresOn", order -> order.terms().expiresOn());
        fixed.put("origin", order -> order.terms().origin());
        return fixed;
    }

    /** Refused in states in which nothing can be changed any more. */
    static void mustBePossible(PrescriptionState state) {
        switch (state) {
            case DRAFT, ACTIVE, ON_HOLD -> {}
            case COMPLETED, CANCELLED, TRANSFERRED_OUT, EXPIRED -> throw new PrescribingRefusals.NotAmendable(state);
        }
    }

    static void mustBeAllowed(
            PrescriptionState state, PrescriptionOrder before, PrescriptionOrder after, @Nullable Amendment why) {
        var fixed = state == PrescriptionState.DRAFT ? FIXED_ALWAYS : FIXED_ONCE_ACTIVE;
        fixed.forEach((property, value) -> {
            if (!value.apply(before).equals(value.apply(after))) {
                throw new PrescribingRefusals.FieldFixed(property, state);
            }
        });
        if (state != PrescriptionState.DRAFT && why == null) {
            throw new PrescribingRefusals.AmendmentUnexplained();
        }
    }
}
