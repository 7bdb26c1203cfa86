package dev.firstfill.tenancy.sealing;

import dev.firstfill.kernel.Seals;
import dev.firstfill.tenancy.routing.CurrentTenant;
import java.security.GeneralSecurityException;

/** Seals with the keys of the pharmacy that this piece of work is for. */
public final class TenantSeals implements Seals {
    private final Keyring keyring;

    public TenantSeals(Keyring keyring) {
        this.keyring = keyring;
    }

    @Override
    public byte[] seal(Place place, byte[] plain) {
        try {
            return keyset().seal(place, plain);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("Sealing failed", failure);
        }
    }

    @Override
    public byte[] open(Place place, byte[] sealed) {
        try {
            return keyset().open(place, sealed);
        } catch (GeneralSecurityException failure) {
            throw new BrokenSeal(place, failure);
        }
    }

    @Override
    public long token(String kind, String value) {
        try {
            return keyset().token(kind, value);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("No search token could be made", failure);
        }
    }

    private TenantKeyset keyset() {
        return keyring.keyset(CurrentTenant.require().id());
    }
}
