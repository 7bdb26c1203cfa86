package dev.firstfill.tenancy.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import dev.firstfill.kernel.Seals.BrokenSeal;
import dev.firstfill.kernel.Seals.Place;
import dev.firstfill.tenancy.OnePlatform;
import dev.firstfill.tenancy.catalogue.TenantId;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A sealed value opens where it was sealed and nowhere else: not in another row, column, table, person or pharmacy. */
class MovedCiphertextTest {
    private static final Aead KEY_ENCRYPTION = OnePlatform.keyEncryption().aead();
    private static final List<TenantKeyset> PHARMACIES = List.of(pharmacy(), pharmacy());
    private static final List<UUID> ROWS = List.of(new UUID(7, 1), new UUID(7, 2), new UUID(7, 3));
    private static final List<byte[]> WRAPPED_KEYS =
            List.of(seals(0).newKeyOf(ROWS.get(0)), seals(0).newKeyOf(ROWS.get(1)), seals(0).newKeyOf(ROWS.get(2)));

    /** @param person whose key seals; -1 for the pharmacy's own */
    record Spot(int pharmacy, int person, Place place) {}

    @Provide
    Arbitrary<Spot> spots() {
        return Combinators.combine(
                        Arbitraries.of(0, 1),
                        Arbitraries.of(-1, 0, 1, 2),
                        Arbitraries.of("patient", "patient_key", "idempotency_key", "audit_record"),
                        Arbitraries.of("record", "wrapped", "answer", "sealed"),
                        Arbitraries.of(ROWS))
                .as((pharmacy, person, table, column, row) ->
                        new Spot(person < 0 ? pharmacy : 0, person, new Place(table, column, row)));
    }

    @Property
    void opens_in_its_place(@ForAll("spots") Spot spot, @ForAll byte[] plain) {
        assertThat(open(spot, seal(spot, plain))).isEqualTo(plain);
    }

    @Property
    void opens_in_no_other_place(@ForAll("spots") Spot sealed, @ForAll("spots") Spot found, @ForAll byte[] plain) {
        Assume.that(!sealed.equals(found));

        var moved = seal(sealed, plain);

        assertThatThrownBy(() -> open(found, moved)).isInstanceOf(BrokenSeal.class);
    }

    @Property
    void opens_with_no_bit_changed(@ForAll("spots") Spot spot, @ForAll byte[] plain, @ForAll int anywhere) {
        var altered = seal(spot, plain);
        int bit = Math.floorMod(anywhere, altered.length * Byte.SIZE);

        altered[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);

        assertThatThrownBy(() -> open(spot, altered)).isInstanceOf(BrokenSeal.class);
    }

    @Property
    void one_persons_key_is_nobody_elses(@ForAll("spots") Spot spot) {
        Assume.that(spot.person() >= 0);
        var stranger = ROWS.get((spot.person() + 1) % ROWS.size());

        assertThatThrownBy(() -> seals(0).of(stranger, WRAPPED_KEYS.get(spot.person())))
                .isInstanceOf(BrokenSeal.class);
    }

    private static byte[] seal(Spot spot, byte[] plain) {
        var seals = seals(spot.pharmacy());
        return spot.person() < 0
                ? seals.seal(spot.place(), plain)
                : seals.of(ROWS.get(spot.person()), WRAPPED_KEYS.get(spot.person()))
                        .seal(spot.place(), plain);
    }

    private static byte[] open(Spot spot, byte[] sealed) {
        var seals = seals(spot.pharmacy());
        return spot.person() < 0
                ? seals.open(spot.place(), sealed)
                : seals.of(ROWS.get(spot.person()), WRAPPED_KEYS.get(spot.person()))
                        .open(spot.place(), sealed);
    }

    private static TenantSeals seals(int pharmacy) {
        return new TenantSeals(PHARMACIES.get(pharmacy), person -> {});
    }

    private static TenantKeyset pharmacy() {
        var tenant = TenantId.create();
        try {
            return TenantKeyset.unwrap(tenant, TenantKeyset.create(tenant, KEY_ENCRYPTION), KEY_ENCRYPTION);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
