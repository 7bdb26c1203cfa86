package dev.firstfill.imports;

import dev.firstfill.imports.ImportJob.State;
import dev.firstfill.kernel.Colleague;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An import as the table keeps one. */
@Entity
@Table(name = "import_job")
class ImportJobRow {
    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version")
    private int version;

    @Column(name = "source", updatable = false)
    private String source;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private State state;

    @Column(name = "last_line")
    private long lastLine;

    @Column(name = "begun_at", updatable = false)
    private Instant begunAt;

    @Column(name = "begun_by_id", updatable = false)
    private String begunById;

    @Column(name = "begun_by_name", updatable = false)
    private String begunByName;

    @Column(name = "completed_at")
    private @Nullable Instant completedAt;

    @SuppressWarnings("NullAway")
    protected ImportJobRow() {}

    @SuppressWarnings("NullAway")
    ImportJobRow(ImportId id, String source, Colleague by, Instant now) {
        this.id = id.value();
        this.version = 1;
        this.source = source;
        this.state = State.OPEN;
        this.begunAt = now;
        this.begunById = by.id();
        this.begunByName = by.name();
    }

    void mustBeOpen() {
        if (state != State.OPEN) {
            throw new ImportRefusals.ImportCompleted();
        }
    }

    void answered(long line) {
        lastLine = Math.max(lastLine, line);
    }

    void complete(Instant now) {
        mustBeOpen();
        state = State.COMPLETED;
        completedAt = now;
    }

    ImportId id() {
        return new ImportId(id);
    }

    String source() {
        return source;
    }

    int version() {
        return version;
    }

    ImportJob job() {
        return new ImportJob(
                id(), version, source, state, lastLine, begunAt, new Colleague(begunById, begunByName), completedAt);
    }
}
