package dev.firstfill.inventory;

import static dev.firstfill.inventory.Shelves.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.kernel.Act;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pharmacy's own role can do to the book: add to it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MovementRightsTest {
    private static final Act ACT = Act.of("attack", "stock-movement");

    private static Shelves shelves;
    private static Lot lot;

    @BeforeAll
    static void aMovement() {
        shelves = new Shelves();
        lot = shelves.received(shelves.drug().id(), "A", "2027-12", "10");
        asSuperuser("grant usage on schema pharmacy to pharmacy_role");
    }

    @AfterAll
    static void close() {
        shelves.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update pharmacy.stock_movement set quantity = quantity",
                "update pharmacy.stock_movement set on_hand_change = 1",
                "update pharmacy.stock_movement set by_id = 'nobody'",
                "update pharmacy.stock_movement set at = now()",
                "delete from pharmacy.stock_movement",
                "truncate pharmacy.stock_movement",
                "delete from pharmacy.stock_lot",
            })
    void the_book_is_added_to_and_never_changed(String change) {
        assertThatThrownBy(() -> asPharmacy(change)).hasMessageContaining("permission denied");

        assertThat(shelves.kinds(lot)).containsExactly("RECEIPT 10");
    }

    @Test
    void a_rotation_of_keys_may_seal_a_reason_anew() {
        asPharmacy("update pharmacy.stock_movement set reason = reason");

        assertThat(shelves.kinds(lot)).containsExactly("RECEIPT 10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update pharmacy.stock_lot set reserved = on_hand + 1",
                "update pharmacy.stock_lot set on_hand = -1",
                """
                insert into pharmacy.stock_movement (id, lot_id, kind, quantity, on_hand_change, reserved_change,
                  on_hand, reserved, by_id, by_name, at)
                select gen_random_uuid(), id, 'DISPENSE', 1, 1, 0, 11, 0, 'x', 'x', now() from pharmacy.stock_lot
                """,
            })
    void the_tables_keep_the_rules_as_well(String change) {
        assertThatThrownBy(() -> asPharmacy(change)).hasMessageContaining("violates check constraint");

        assertThat(shelves.now(lot).onHand()).isEqualByComparingTo("10");
    }

    private static void asSuperuser(String statement) {
        await(shelves.pharmacy.write(
                ACT, desk -> desk.session().createNativeQuery(statement).executeUpdate()));
    }

    private static void asPharmacy(String statement) {
        await(shelves.pharmacy.write(ACT, desk -> desk.session()
                .createNativeQuery("set local role pharmacy_role")
                .executeUpdate()
                .chain(() -> desk.session().createNativeQuery(statement).executeUpdate())));
    }
}
