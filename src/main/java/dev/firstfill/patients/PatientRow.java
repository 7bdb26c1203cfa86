package dev.firstfill.patients;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Generated;
import org.hibernate.generator.EventType;

/** A patient as the table keeps one: sealed. */
@Entity
@Table(name = "patient")
@SecondaryTable(name = "patient_key", pkJoinColumns = @PrimaryKeyJoinColumn(name = "patient_id"))
class PatientRow {
    @Id
    @Column(name = "id")
    private UUID id;

    @Generated(event = EventType.INSERT)
    @Column(name = "number", insertable = false, updatable = false)
    private Long number;

    @Version
    @Column(name = "version")
    private int version;

    @Column(name = "wrapped", table = "patient_key", updatable = false)
    private byte[] wrappedKey;

    @Column(name = "record")
    private byte[] record;

    @Column(name = "search_tokens")
    private Long[] searchTokens;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @SuppressWarnings("NullAway")
    protected PatientRow() {}

    @SuppressWarnings("NullAway")
    PatientRow(PatientId id, byte[] wrappedKey, byte[] record, Long[] searchTokens, Instant now) {
        this.id = id.value();
        this.wrappedKey = wrappedKey.clone();
        this.record = record.clone();
        this.searchTokens = searchTokens.clone();
        this.createdAt = now;
        this.updatedAt = now;
        this.version = 1;
    }

    void amend(byte[] newRecord, Long[] newSearchTokens, Instant now) {
        this.record = newRecord.clone();
        this.searchTokens = newSearchTokens.clone();
        this.updatedAt = now;
    }

    PatientId id() {
        return new PatientId(id);
    }

    int version() {
        return version;
    }

    byte[] wrappedKey() {
        return wrappedKey;
    }

    byte[] record() {
        return record;
    }

    Patient opened(PatientDetails details) {
        return new Patient(id(), new PatientNumber(number), version, details, createdAt, updatedAt);
    }
}
