package dev.firstfill.tenancy.sealing;

import dev.firstfill.kernel.Seals.BrokenSeal;
import dev.firstfill.kernel.Seals.Place;
import java.security.GeneralSecurityException;

/** Opens what one pharmacy has sealed, for the export that it takes along: without its keys it could read none of it. */
public final class Unsealing {
    private final TenantKeyset keyset;

    Unsealing(TenantKeyset keyset) {
        this.keyset = keyset;
    }

    public byte[] open(Place place, byte[] sealed) {
        try {
            return keyset.open(place, sealed);
        } catch (GeneralSecurityException failure) {
            throw new BrokenSeal(place, failure);
        }
    }
}
