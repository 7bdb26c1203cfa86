package dev.firstfill.tenancy.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.kernel.Seals.Place;
import dev.firstfill.tenancy.catalogue.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What was sealed years ago opens: the form of what is bound into a seal never changes. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OldCiphertextTest {
    private static final TenantId NORTHGATE = new TenantId(UUID.fromString("01990000-0000-7000-8000-000000000001"));
    private static final Place PLACE =
            new Place("patient", "record", UUID.fromString("01990000-0000-7000-8000-000000000002"));
    private static final byte[] KEY = "firstfill: thirty-two bytes, key".getBytes(StandardCharsets.UTF_8);

    /** "Marisol Vega", by OpenSSL's AES-256-GCM: nonce, ciphertext, tag. */
    private static final String SEALED =
            "7477656c76652062797465735d20b9191c4a49e6a210c90cc00cb975692f04cb9146433e753c39e6";

    private final TenantKeyset keyset = keyset();

    private static TenantKeyset keyset() {
        try {
            return TenantKeyset.of(OpenKeysets.create(NORTHGATE));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void a_seal_is_bound_to_pharmacy_table_column_and_row_in_this_form() {
        assertThat(keyset.associatedData(PLACE))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("01990000-0000-7000-8000-000000000001/patient/record/01990000-0000-7000-8000-000000000002");
    }

    @Test
    void what_was_sealed_with_a_patients_key_opens() throws GeneralSecurityException {
        var opened = PersonKey.of(keyset, KEY).open(PLACE, HexFormat.of().parseHex(SEALED));

        assertThat(opened).asString(StandardCharsets.UTF_8).isEqualTo("Marisol Vega");
    }
}
