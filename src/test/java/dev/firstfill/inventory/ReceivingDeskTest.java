package dev.firstfill.inventory;

import static dev.firstfill.inventory.Shelves.CLOCK;
import static dev.firstfill.inventory.Shelves.DANA;
import static dev.firstfill.inventory.Shelves.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.firstfill.drugs.Drug;
import dev.firstfill.drugs.Storage;
import dev.firstfill.identifiers.Ndc;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReceivingDeskTest {
    private static final String SCANNED = "(01)00300740554024(17)281100(10)HX4471A(21)";

    private final Shelves shelves = new Shelves();
    private Drug drug;

    @BeforeEach
    void aDrug() {
        drug = shelves.drug(Ndc.parse("0074-0554-02"));
    }

    @AfterEach
    void close() {
        shelves.close();
    }

    @Test
    void a_scanned_package_needs_nothing_typed() {
        var lot = shelves.received(scanned("700012", null));

        assertThat(lot.identity().drug()).isEqualTo(drug.id());
        assertThat(lot.identity().lotNumber()).isEqualTo("HX4471A");
        assertThat(lot.identity().expiresOn()).isEqualTo(LocalDate.parse("2028-11-30"));
        assertThat(lot.onHand()).isEqualByComparingTo("2");
        assertThat(lot.serials()).containsExactly("700012");
        assertThat(shelves.kinds(lot)).containsExactly("RECEIPT 2");
    }

    @Test
    void the_same_units_again_lie_in_the_same_row_and_a_month_is_its_last_day() {
        var first = shelves.received(drug.id(), "hx1", "2028-02", "2");
        var second = shelves.received(drug.id(), "HX1 ".strip(), "2028-02-29", "3");

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.onHand()).isEqualByComparingTo("5");
        assertThat(shelves.kinds(second)).containsExactly("RECEIPT 2", "RECEIPT 3");
    }

    @Test
    void a_package_is_received_once() {
        shelves.received(scanned("700012", null));

        assertThatThrownBy(() -> shelves.received(scanned("700012", null)))
                .isInstanceOf(InventoryRefusals.SerialKnown.class);
        assertThat(problems(scanned("700013", null), scanned("700013", null)))
                .containsExactly("/lines serial-repeated");

        assertThat(shelves.lots(drug.id())).extracting(Lot::onHand).containsExactly(new BigDecimal("2"));
    }

    @Test
    void whatever_is_wrong_is_named_with_its_place_and_nothing_is_taken_in() {
        var garbage = new ReceiptLine(
                "(01)00300740554023",
                null,
                BigDecimal.ONE,
                "A",
                "2028-11",
                List.of(),
                Ownership.OWNED,
                null,
                null,
                shelves.refrigerator.details().name(),
                null,
                null);
        var contradicted = scanned("700020", "HX0000Z");
        var expired = line("EXP", "2026-02", Ownership.OWNED, null, shelves.refrigerator);
        var ownerless = line("OWN", "2028-11", Ownership.BRIDGE, null, shelves.refrigerator);
        var warm = line("WARM", "2028-11", Ownership.OWNED, null, shelves.location("Shelf", Storage.AMBIENT));
        var good = line("GOOD", "2028-11", Ownership.OWNED, null, shelves.refrigerator);

        assertThat(problems(good, garbage, contradicted, expired, ownerless, warm))
                .containsExactly(
                        "/lines/1/barcode barcode-unreadable",
                        "/lines/2/lotNumber barcode-contradicted",
                        "/lines/3/expiresOn expired-on-receipt",
                        "/lines/4/owner owner-missing",
                        "/lines/5/location storage-mismatch");
        assertThat(shelves.lots(drug.id())).isEmpty();
    }

    @Test
    void a_bar_code_that_stands_for_two_drugs_wants_the_ndc_typed() {
        shelves.drug(Ndc.parse("00740-554-02"));

        assertThat(problems(scanned("700012", null))).containsExactly("/lines/0/drug barcode-ambiguous");

        var typed = new ReceiptLine(
                SCANNED + "700012",
                "00740-554-02",
                null,
                null,
                null,
                List.of(),
                Ownership.OWNED,
                null,
                null,
                shelves.refrigerator.details().name(),
                null,
                null);
        assertThat(shelves.received(typed).identity().drug()).isNotEqualTo(drug.id());
    }

    @Test
    void what_a_recall_covers_arrives_recalled_until_it_is_closed() {
        var desk = new RecallDesk(shelves.pharmacy, CLOCK);
        var notice = new RecallNotice(List.of("hx4471a"), RecallClass.I, RecallDepth.PATIENT, "D-1", null);
        var recall = await(desk.open(drug.id(), notice, DANA));

        assertThat(shelves.received(scanned("700012", null)).status()).isEqualTo(LotStatus.RECALLED);
        assertThat(shelves.received(drug.id(), "OTHER", "2028-11", "1").status())
                .isEqualTo(LotStatus.AVAILABLE);

        await(desk.close(recall.id(), DANA));
        var elsewhere = shelves.location("Refrigerator", Storage.REFRIGERATED);
        assertThat(shelves.received(line("HX4471A", "2028-12", Ownership.OWNED, null, elsewhere))
                        .status())
                .isEqualTo(LotStatus.AVAILABLE);
    }

    private ReceiptLine scanned(String serial, String lotNumber) {
        return new ReceiptLine(
                SCANNED + serial,
                null,
                null,
                lotNumber,
                null,
                List.of(),
                Ownership.OWNED,
                null,
                null,
                shelves.refrigerator.details().name(),
                null,
                null);
    }

    private ReceiptLine line(
            String lotNumber, String expiresOn, Ownership ownership, String owner, StockLocation location) {
        return new ReceiptLine(
                null,
                drug.id().toString(),
                BigDecimal.ONE,
                lotNumber,
                expiresOn,
                List.of(),
                ownership,
                owner,
                null,
                location.details().name(),
                null,
                null);
    }

    private List<String> problems(ReceiptLine... lines) {
        var receipt = new StockReceipt(null, List.of(lines));
        var refused = catchThrowableOfType(
                ReceiptRefused.class, () -> await(new ReceivingDesk(shelves.pharmacy, CLOCK).receive(receipt, DANA)));
        return refused.problems().stream()
                .map(problem -> problem.pointer() + " " + problem.code())
                .toList();
    }
}
