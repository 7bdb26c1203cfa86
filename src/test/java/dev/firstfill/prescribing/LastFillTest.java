package dev.firstfill.prescribing;

import static dev.firstfill.prescribing.Orders.PRIYA;
import static dev.firstfill.prescribing.Orders.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.OnePharmacy;
import dev.firstfill.kernel.Refusal;
import dev.firstfill.kernel.Writing;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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

        var asked = IntStream.range(0, 6).mapToObj(one -> outcome(active)).toList();
        var outcomes = await(Uni.join().all(asked).andCollectFailures());

        assertThat(outcomes).filteredOn("taken"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("no-fills-remaining"::equals).hasSize(5);
        assertThat(office.read(active).prescription().fillsTaken()).isEqualTo(1);
        assertThat(office.read(active).state()).isEqualTo(PrescriptionState.COMPLETED);
    }

    /** The second asks while the first has it and has not written yet, which no lucky timing can hide. */
    @Test
    void whoever_asks_while_somebody_else_fills_waits_and_finds_nothing_left() {
        var office = new Office(pharmacy);
        var active = office.active("\"refillsAuthorised\": 0");
        var held = new CompletableFuture<Void>();
        var second = new CompletableFuture<String>();

        var first = pharmacy.write(Act.of("record", "dispense"), desk -> {
                    var book = new PrescriptionBook(desk.session(), desk.seals());
                    return book.forFilling(active)
                            .invoke(() -> held.complete(null))
                            .call(() -> waiting(desk)
                                    .repeat()
                                    .until(waiting -> waiting > 0 || second.isDone())
                                    .collect()
                                    .last())
                            .invoke(prescription -> prescription.takeFill(Orders.TODAY))
                            .call(prescription -> book.fillTaken(desk, prescription, PRIYA, Instant.EPOCH));
                })
                .subscribeAsCompletionStage();
        held.orTimeout(10, TimeUnit.SECONDS).join();
        outcome(active).subscribe().with(second::complete, second::completeExceptionally);

        assertThat(await(Uni.createFrom().completionStage(first)).fillsTaken()).isEqualTo(1);
        assertThat(await(Uni.createFrom().completionStage(second))).isEqualTo("no-fills-remaining");
        assertThat(office.read(active).prescription().fillsTaken()).isEqualTo(1);
    }

    private static Uni<String> outcome(PrescriptionId prescription) {
        return new Fills(pharmacy)
                .take(prescription, Orders.TODAY, PRIYA)
                .map(taken -> "taken")
                .onFailure(Refusal.class)
                .recoverWithItem(Refusal::code);
    }

    /** How many wait for a lock in this pharmacy's database. */
    private static Uni<Long> waiting(Writing desk) {
        return desk.session()
                .createNativeQuery(
                        "select count(*) from pg_stat_activity"
                                + " where wait_event_type = 'Lock' and datname = current_database()",
                        Long.class)
                .getSingleResult();
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
