package dev.firstfill.tenancy.sealing;

import dev.firstfill.kernel.Refusal;
import dev.firstfill.tenancy.catalogue.TenantId;
import io.quarkus.logging.Log;

/** The key-encryption key cannot be used at the moment, or is not the one that wrapped this pharmacy's keys. */
public final class KeysUnavailable extends Refusal {
    private static final long serialVersionUID = 1L;

    KeysUnavailable(TenantId tenant, Exception cause) {
        super(
                Kind.UNAVAILABLE,
                "keys-unavailable",
                "The pharmacy's keys cannot be unwrapped at the moment. Try again shortly.");
        Log.errorf("The keys of pharmacy %s cannot be unwrapped: %s", tenant, cause.toString());
    }
}
