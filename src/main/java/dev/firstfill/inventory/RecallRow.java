package dev.firstfill.inventory;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.kernel.Colleague;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A recall as the table keeps one. */
@Entity
@DiscriminatorValue("RECALL")
class RecallRow extends StockPaper {
    @Column(name = "drug_id", updatable = false)
    private UUID drug;

    @Column(name = "lot_numbers", updatable = false)
    private String[] lotNumbers;

    @Column(name = "class", updatable = false)
    private String recallClass;

    @Column(name = "depth", updatable = false)
    private String depth;

    @Column(name = "reference", updatable = false)
    private String reference;

    @SuppressWarnings("NullAway")
    protected RecallRow() {}

    @SuppressWarnings("NullAway")
    RecallRow(
            UUID id, DrugId drug, RecallNotice notice, byte @Nullable [] sealedReason, Colleague opener, Instant now) {
        super(id, sealedReason, opener, now);
        this.drug = drug.value();
        this.lotNumbers = notice.lotNumbers().toArray(String[]::new);
        this.recallClass = notice.recallClass().name();
        this.depth = notice.depth().name();
        this.reference = notice.reference();
    }

    void close(Colleague by, Instant now) {
        if (isClosed()) {
            throw new InventoryRefusals.RecallClosed();
        }
        closed(by, now);
    }

    Recall opened(@Nullable String words) {
        return new Recall(
                new RecallId(id()),
                version(),
                new DrugId(drug),
                List.of(lotNumbers),
                RecallClass.valueOf(recallClass),
                RecallDepth.valueOf(depth),
                reference,
                words,
                opener(),
                openedAt(),
                closer(),
                closedAt());
    }
}
