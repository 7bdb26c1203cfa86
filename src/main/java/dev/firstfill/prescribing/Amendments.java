package dev.firstfill.prescribing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What of a prescription may be changed when. Everything in a draft but its patient, whose key has sealed it; once it is
 * active, only what does not make it another order, and never without saying why and who authorised it.
 */
final class Amendments {
    private static final Map<String, Function<PrescriptionOrder, Object>> FIXED_ALWAYS =
            Map.of("patient", PrescriptionOrder::patient);

    private static final Map<String, Function<PrescriptionOrder, Object>> FIXED_ONCE_ACTIVE = fixedOnceActive();

    private static final Map<String, Function<PrescriptionDetails, Object>> ENTERED = Map.of(
            "quantity", PrescriptionDetails::quantity,
            "writtenOn", PrescriptionDetails::writtenOn,
            "origin", PrescriptionDetails::origin);

    private Amendments() {}

    private static Map<String, Function<PrescriptionOrder, Object>> fixedOnceActive() {
        var fixed = new LinkedHashMap<String, Function<PrescriptionOrder, Object>>(FIXED_ALWAYS);
        fixed.put("prescriber", PrescriptionOrder::prescriber);
        fixed.put("drug", PrescriptionOrder::drug);
        fixed.put("startsOn", order -> order.terms().startsOn());
        fixed.put("expiresOn", order -> order.terms().expiresOn());
        return fixed;
    }

    /** Refused in states in which nothing can be changed any more. */
    static void mustBePossible(PrescriptionState state) {
        switch (state) {
            case DRAFT, ACTIVE, ON_HOLD -> {}
            case COMPLETED, CANCELLED, TRANSFERRED_OUT, EXPIRED -> throw new PrescribingRefusals.NotAmendable(state);
        }
    }

    /** What is there as it was entered; asked before anything is computed from it. */
    static void mustBeAllowed(PrescriptionState state, PrescriptionDetails before, PrescriptionDetails wanted) {
        if (state == PrescriptionState.DRAFT) {
            return;
        }
        mustBeTheSame(state, ENTERED, before, wanted);
        if (wanted.amendment() == null) {
            throw new PrescribingRefusals.AmendmentUnexplained();
        }
    }

    /** What had to be looked up or computed first. */
    static void mustBeAllowed(PrescriptionState state, PrescriptionOrder before, PrescriptionOrder after) {
        mustBeTheSame(state, state == PrescriptionState.DRAFT ? FIXED_ALWAYS : FIXED_ONCE_ACTIVE, before, after);
    }

    private static <T> void mustBeTheSame(
            PrescriptionState state, Map<String, Function<T, Object>> fixed, T before, T after) {
        fixed.forEach((property, value) -> {
            if (!value.apply(before).equals(value.apply(after))) {
                throw new PrescribingRefusals.FieldFixed(property, state);
            }
        });
    }
}
