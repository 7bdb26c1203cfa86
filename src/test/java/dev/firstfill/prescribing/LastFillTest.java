package dev.firstfill.prescribing;

import static dev.firstfill.prescribing.Orders.PRIYA;
import static dev.firstfill.prescribing.Orders.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.OnePharmacy;
import dev.firstfill.kernel.Refusal;
import io.smallrye.mutiny.Uni;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LastFillTest {
    private static OnePharmacy pharmacy;

    @BeforeAll
    static void openPharmacy() {
        pharmacy = OnePharmacy.open();
    }

    @AfterAll
    static void closePharmacy() {
        pharmacy.close();
    }

    @Test
    void the_last_fill_is_spent_once_however_many_ask_at_once() {
        var office = new Office(pharmacy);
        var active = office.active("\"refillsAuthorised\": 0");
        var fills = new Fills(pharmacy);

        var asked = IntStream.range(0, 6)
                .mapToObj(one -> fills.take(active, Orders.TODAY, PRIYA)
                        .map(taken -> "taken")
                        .onFailure(Refusal.class)
                        .recoverWithItem(Refusal::code))
                .toList();
        var outcomes = await(Uni.join().all(asked).andCollectFailures());

        assertThat(outcomes).filteredOn("taken"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("no-fills-remaining"::equals).hasSize(5);
        assertThat(office.read(active).prescription().fillsTaken()).isEqualTo(1);
        assertThat(office.read(active).state()).isEqualTo(PrescriptionState.COMPLETED);
    }

    @Test
    void the_table_itself_refuses_more_fills_than_are_authorised() {
        var office = new Office(pharmacy);
        var active = office.active("\"refillsAuthorised\": 0");

        assertThatThrownBy(() -> await(pharmacy.write(Act.of("break", "prescription"), desk -> desk.session()
                        .createNativeQuery(
                                "update pharmacy.prescription set fills_taken = 2, state = 'CANCELLED' where id = :id")
                        .setParameter("id", active.value())
                        .executeUpdate())))
                .hasMessageContaining("prescription_fills_within_authorised");

        assertThat(office.read(active).prescription().fillsTaken()).isZero();
    }
}
