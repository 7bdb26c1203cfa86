package dev.firstfill.inventory;

import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Seals;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A count, an excursion or a recall: somebody opens it, and what it is about follows from its kind. */
@Entity
@Table(name = "stock_paper")
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
@DiscriminatorColumn(name = "kind")
abstract class StockPaper {
    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version")
    private int version;

    @Column(name = "words", updatable = false)
    private byte @Nullable [] words;

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
    protected StockPaper() {}

    /** @param sealedWords what the opener wrote */
    StockPaper(UUID id, byte @Nullable [] sealedWords, Colleague opener, Instant now) {
        this.id = id;
        this.version = 1;
        this.words = sealedWords == null ? null : sealedWords.clone();
        this.openedBy = opener.id();
        this.openedByName = opener.name();
        this.openedAt = now;
    }

    static Seals.Place place(UUID paper) {
        return new Seals.Place("stock_paper", "words", paper);
    }

    void closed(Colleague by, Instant now) {
        closedBy = by.id();
        closedByName = by.name();
        closedAt = now;
    }

    boolean isClosed() {
        return closedAt != null;
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    byte @Nullable [] words() {
        return words;
    }

    Colleague opener() {
        return new Colleague(openedBy, openedByName);
    }

    Instant openedAt() {
        return openedAt;
    }

    @Nullable
    Colleague closer() {
        return closedBy == null || closedByName == null ? null : new Colleague(closedBy, closedByName);
    }

    @Nullable
    Instant closedAt() {
        return closedAt;
    }
}
