package dev.firstfill.tenancy.sealing;

import dev.firstfill.kernel.Refusal;

/** The pharmacy's keys are gone: nothing it ever sealed can be read again, by anybody. */
public final class KeysDestroyed extends Refusal {
    private static final long serialVersionUID = 1L;

    KeysDestroyed() {
        super(Kind.GONE, "keys-destroyed", "This pharmacy's keys were destroyed; its data cannot be read any more.");
    }
}
