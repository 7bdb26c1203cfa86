package dev.firstfill.dispensing;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.inventory.DispensedLot;
import dev.firstfill.inventory.Ownership;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One lot in one dispense, as the table keeps it. */
@Entity
@Table(name = "dispense_lot")
@IdClass(DispenseLotRow.Key.class)
class DispenseLotRow {
    /** Which dispense, and the how manieth lot in it. */
    record Key(UUID dispense, int position) {}

    @Id
    @Column(name = "dispense_id")
    private UUID dispense;

    @Id
    @Column(name = "position")
    private int position;

    @Column(name = "stock_lot")
    private @Nullable UUID stockLot;

    @Column(name = "drug_id")
    private UUID drug;

    @Column(name = "lot_number")
    private String lotNumber;

    @Column(name = "expires_on")
    private LocalDate expiresOn;

    @Column(name = "quantity")
    private BigDecimal quantity;

    @Enumerated(EnumType.STRING)
    @Column(name = "ownership")
    private Ownership ownership;

    @SuppressWarnings("NullAway")
    protected DispenseLotRow() {}

    @SuppressWarnings("NullAway")
    DispenseLotRow(DispenseId dispense, int position, DrugId drug, DispensedLot lot) {
        this.dispense = dispense.value();
        this.position = position;
        this.stockLot = lot.lot().value();
        this.drug = drug.value();
        this.lotNumber = lot.lotNumber();
        this.expiresOn = lot.expiresOn();
        this.quantity = lot.quantity();
        this.ownership = lot.ownership();
    }

    UUID dispense() {
        return dispense;
    }

    DispenseLot lot() {
        return new DispenseLot(stockLot, new DrugId(drug), lotNumber, expiresOn, quantity, ownership);
    }
}
