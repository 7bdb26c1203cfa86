package dev.firstfill.dispensing;

import dev.firstfill.kernel.Lists;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of a dispense is sealed: where it goes, and what was found out and decided on its way. It is opened, changed and
 * sealed as a whole.
 */
public record DispenseRecord(
        @Nullable ShippingPlan plan,
        @Nullable RemsAuthorisation rems,
        @Nullable CopaySettlement copay,
        @Nullable ClaimExemption exemption,
        List<GateOverride> overrides,
        @Nullable Shipment shipment,
        List<DispenseNote> notes) {

    static final DispenseRecord EMPTY = new DispenseRecord(null, null, null, null, List.of(), null, List.of());

    public DispenseRecord {
        overrides = Lists.kept(overrides);
        notes = Lists.kept(notes);
    }

    DispenseRecord with(ShippingPlan agreed) {
        return new DispenseRecord(agreed, rems, copay, exemption, overrides, shipment, notes);
    }

    DispenseRecord with(RemsAuthorisation given) {
        return new DispenseRecord(plan, given, copay, exemption, overrides, shipment, notes);
    }

    DispenseRecord with(CopaySettlement settled) {
        return new DispenseRecord(plan, rems, settled, exemption, overrides, shipment, notes);
    }

    DispenseRecord with(ClaimExemption documented) {
        return new DispenseRecord(plan, rems, copay, documented, overrides, shipment, notes);
    }

    DispenseRecord withoutExemption() {
        return new DispenseRecord(plan, rems, copay, null, overrides, shipment, notes);
    }

    DispenseRecord with(GateOverride decided) {
        var kept = overrides.stream().filter(other -> other.gate() != decided.gate());
        return new DispenseRecord(
                plan,
                rems,
                copay,
                exemption,
                Stream.concat(kept, Stream.of(decided)).toList(),
                shipment,
                notes);
    }

    DispenseRecord with(Shipment handedOver) {
        return new DispenseRecord(plan, rems, copay, exemption, overrides, handedOver, notes);
    }

    DispenseRecord with(DispenseNote written) {
        return new DispenseRecord(
                plan,
                rems,
                copay,
                exemption,
                overrides,
                shipment,
                Stream.concat(notes.stream(), Stream.of(written)).toList());
    }

    /** Whatever the pharmacist rejected is packed, and looked at, anew. */
    DispenseRecord withoutOverrides() {
        return new DispenseRecord(plan, rems, copay, exemption, List.of(), shipment, notes);
    }

    @Override
    public String toString() {
        return "DispenseRecord[hidden]";
    }
}
