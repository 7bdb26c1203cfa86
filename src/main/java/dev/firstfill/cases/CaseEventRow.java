package dev.firstfill.cases;

import dev.firstfill.clocks.Party;
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

/** One thing that happened to a case: added when it happens, and never touched again. */
@Entity
@Table(name = "case_event")
@IdClass(CaseEventRow.Key.class)
class CaseEventRow {
    /** Those of one case lie together, in their order. */
    record Key(UUID caseId, UUID id) {}

    @Id
    @Column(name = "case_id")
    private UUID caseId;

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "patient_id")
    private UUID patient;

    @Column(name = "at")
    private Instant at;

    @Column(name = "by_id")
    private String byId;

    @Column(name = "by_name")
    private String byName;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private CaseEvent.Kind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "from_state")
    private @Nullable CaseStatus from;

    @Enumerated(EnumType.STRING)
    @Column(name = "to_state")
    private CaseStatus to;

    @Enumerated(EnumType.STRING)
    @Column(name = "waits_for")
    private @Nullable Party waitsFor;

    @Column(name = "facts")
    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> facts;

    @Column(name = "note")
    private byte @Nullable [] note;

    @SuppressWarnings("NullAway")
    protected CaseEventRow() {}

    /** @param note sealed by the patient's key for this place */
    @SuppressWarnings("NullAway")
    CaseEventRow(CaseRow row, UUID id, CaseEvent.Happening what, @Nullable CaseStatus from, byte @Nullable [] note) {
        this.caseId = row.id().value();
        this.id = id;
        this.patient = row.patient().value();
        this.at = what.at();
        this.byId = what.by().id();
        this.byName = what.by().name();
        this.kind = what.kind();
        this.from = from;
        this.to = row.status();
        this.waitsFor = row.waitsFor();
        this.facts = Map.copyOf(what.facts());
        this.note = note == null ? null : note.clone();
    }

    UUID id() {
        return id;
    }

    byte @Nullable [] note() {
        return note;
    }

    CaseEvent opened(@Nullable String words) {
        return new CaseEvent(
                id, kind, at, new Colleague(byId, byName), from, to, waitsFor, facts == null ? Map.of() : facts, words);
    }
}
