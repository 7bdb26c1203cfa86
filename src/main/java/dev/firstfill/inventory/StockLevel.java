package dev.firstfill.inventory;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.kernel.Decimals;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How much of a drug is to be there at least. */
@Entity
@Table(name = "stock_level")
class StockLevel {
    @Id
    @Column(name = "drug_id")
    private UUID drug;

    @Version
    @Column(name = "version")
    private int version;

    @Column(name = "reorder_level")
    private @Nullable BigDecimal reorderLevel;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @SuppressWarnings("NullAway")
    protected StockLevel() {}

    void reorderAt(@Nullable BigDecimal level, Instant now) {
        reorderLevel = level;
        updatedAt = now;
    }

    DrugId drug() {
        return new DrugId(drug);
    }

    int version() {
        return version;
    }

    @Nullable
    BigDecimal reorderLevel() {
        return reorderLevel == null ? null : Decimals.plain(reorderLevel);
    }
}
