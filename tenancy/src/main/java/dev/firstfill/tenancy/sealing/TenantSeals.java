package dev.firstfill.tenancy.sealing;

import dev.firstfill.kernel.Seals;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Seals with one pharmacy's keys, for one act, and tells whose seals the act opened. */
public final class TenantSeals implements Seals {
    private final TenantKeyset keyset;
    private final Consumer<UUID> opened;
    private final Map<UUID, OfPerson> inHand = new HashMap<>();

    /** @param opened is told of a person before anything of that person can be read, and may refuse */
    public TenantSeals(TenantKeyset keyset, Consumer<UUID> opened) {
        this.keyset = keyset;
        this.opened = opened;
    }

    @Override
    public byte[] seal(Place place, byte[] plain) {
        try {
            return keyset.seal(place, plain);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("Sealing failed", failure);
        }
    }

    @Override
    public byte[] open(Place place, byte[] sealed) {
        try {
            return keyset.open(place, sealed);
        } catch (GeneralSecurityException failure) {
            throw new BrokenSeal(place, failure);
        }
    }

    @Override
    public byte[] newKeyOf(UUID person) {
        return seal(PersonKey.place(person), PersonKey.create());
    }

    @Override
    public OfPerson of(UUID person, byte[] wrappedKey) {
        return inHand.computeIfAbsent(person, id -> {
            var key = PersonKey.of(keyset, open(PersonKey.place(person), wrappedKey));
            return new Witnessed(person, key);
        });
    }

    /** @throws IllegalStateException when the person's key has not been used in this act */
    public OfPerson inHand(UUID person) {
        var seal = inHand.get(person);
        if (seal == null) {
            throw new IllegalStateException("This person's key is not at hand: use it before you record a change.");
        }
        return seal;
    }

    @Override
    public long token(String kind, String value) {
        try {
            return keyset.token(kind, value);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("No search token could be made", failure);
        }
    }

    private final class Witnessed implements OfPerson {
        private final UUID person;
        private final PersonKey key;

        Witnessed(UUID person, PersonKey key) {
            this.person = person;
            this.key = key;
        }

        @Override
        public byte[] seal(Place place, byte[] plain) {
            try {
                return key.seal(place, plain);
            } catch (GeneralSecurityException failure) {
                throw new IllegalStateException("Sealing failed", failure);
            }
        }

        @Override
        public byte[] open(Place place, byte[] sealed) {
            opened.accept(person);
            try {
                return key.open(place, sealed);
            } catch (GeneralSecurityException failure) {
                throw new BrokenSeal(place, failure);
            }
        }
    }
}
