package dev.firstfill.inventory;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.kernel.Colleague;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A recall as the table keeps one. */
@Entity
@Table(name = "recall")
class RecallRow {
    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version")
    private int version;

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

    @Column(name = "reason", updatable = false)
    private byte @Nullable [] reason;

    @Column(name = "opened_by", updatable = false)
    private String openedBy;

    @Column(name = "opened_by_name", updatable = false)
    private String openedByName;

    @Column(name = "opened_at", updatable = false)
    private Instant openedAt;

    @Column(name = "closed_by")
    private @Nullable String closedBy;

    @Column(name = "closed_by_name")
    private @Nullable String closedByName;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @SuppressWarnings("NullAway")
    protected RecallRow() {}

    @SuppressWarnings("NullAway")
    RecallRow(
            UUID id, DrugId drug, RecallNotice notice, byte @Nullable [] sealedReason, Colleague opener, Instant now) {
        this.id = id;
        this.version = 1;
        this.drug = drug.value();
        this.lotNumbers = notice.lotNumbers().toArray(String[]::new);
        this.recallClass = notice.recallClass().name();
        this.depth = notice.depth().name();
        this.reference = notice.reference();
        this.reason = sealedReason == null ? null : sealedReason.clone();
        this.openedBy = opener.id();
        this.openedByName = opener.name();
        this.openedAt = now;
    }

    void close(Colleague by, Instant now) {
        if (closedAt != null) {
            throw new InventoryRefusals.RecallClosed();
        }
        closedBy = by.id();
        closedByName = by.name();
        closedAt = now;
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    byte @Nullable [] reason() {
        return reason;
    }

    Recall opened(@Nullable String words) {
        return new Recall(
                new RecallId(id),
                version,
                new DrugId(drug),
                List.of(lotNumbers),
                RecallClass.valueOf(recallClass),
                RecallDepth.valueOf(depth),
                reference,
                words,
                new Colleague(openedBy, openedByName),
                openedAt,
                closedBy == null || closedByName == null ? null : new Colleague(closedBy, closedByName),
                closedAt);
    }
}
