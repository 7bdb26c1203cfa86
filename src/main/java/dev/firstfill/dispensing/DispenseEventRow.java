package dev.firstfill.dispensing;

import dev.firstfill.kernel.Colleague;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One event in the story of a dispense: added when it happens, and never touched again. */
@Entity
@Table(name = "dispense_event")
@IdClass(DispenseEventRow.Key.class)
class DispenseEventRow {
    /** Events of one dispense lie together, in their order. */
    record Key(UUID dispense, UUID id) {}

    @Id
    @Column(name = "dispense_id")
    private UUID dispense;

    @Id
    @Column(name = "id")
    private UUID id;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private DispenseEventKind kind;

    @Column(name = "at")
    private Instant at;

    @Column(name = "by_id")
    private String byId;

    @Column(name = "by_name")
    private String byName;

    @Column(name = "facts")
    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> facts;

    @SuppressWarnings("NullAway")
    protected DispenseEventRow() {}

    @SuppressWarnings("NullAway")
    DispenseEventRow(DispenseId dispense, UUID id, Happening what) {
        this.dispense = dispense.value();
        this.id = id;
        this.kind = what.kind();
        this.at = what.at();
        this.byId = what.by().id();
        this.byName = what.by().name();
        this.facts = Map.copyOf(what.facts());
    }

    /**
     * What happened, before it has a place in the story.
     *
     * @param facts codes and quantities, never what somebody typed
     */
    record Happening(DispenseEventKind kind, Map<String, String> facts, Colleague by, Instant at) {}

    UUID id() {
        return id;
    }

    DispenseEvent opened(@Nullable String note) {
        return new DispenseEvent(id, kind, at, new Colleague(byId, byName), facts == null ? Map.of() : facts, note);
    }
}
