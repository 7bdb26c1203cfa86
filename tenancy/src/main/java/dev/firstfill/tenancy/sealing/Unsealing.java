package dev.firstfill.tenancy.sealing;

import dev.firstfill.kernel.Seals.BrokenSeal;
import dev.firstfill.kernel.Seals.Place;
import java.security.GeneralSecurityException;
import java.util.UUID;

/** Opens what one pharmacy has sealed, for the export that it takes along: without its keys it could read none of it. */
public final class Unsealing {
    private final TenantKeyset keyset;

    Unsealing(TenantKeyset keyset) {
        this.keyset = keyset;
    }

    /** @param wrappedKey of the person, as it lies beside them */
    public byte[] open(Place place, UUID person, byte[] wrappedKey, byte[] sealed) {
        var key = PersonKey.of(keyset, open(PersonKey.place(person), wrappedKey));
        try {
            return key.open(place, sealed);
        } catch (GeneralSecurityException failure) {
            throw new BrokenSeal(place, failure);
        }
    }

    public byte[] open(Place place, byte[] sealed) {
        try {
            return keyset.open(place, sealed);
        } catch (GeneralSecurityException failure) {
            throw new BrokenSeal(place, failure);
        }
    }
}
