package dev.firstfill.patients;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.Generated;
import org.hibernate.generator.EventType;
import org.jspecify.annotations.Nullable;

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
    private byte @Nullable [] wrappedKey;

    @Column(name = "record")
    private byte @Nullable [] record;

    @Column(name = "search_tokens")
    private Long[] searchTokens;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "erased_at", insertable = false)
    private @Nullable Instant erasedAt;

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

    PatientRow numbered(long given) {
        this.number = given;
        return this;
    }

    void amend(byte[] newRecord, Long[] newSearchTokens, Instant now) {
        this.record = newRecord.clone();
        this.searchTokens = newSearchTokens.clone();
        this.updatedAt = now;
    }

    /** Id and number stay, so that what points here still points somewhere. */
    void erase(Instant now) {
        this.record = null;
        this.searchTokens = new Long[0];
        this.erasedAt = now;
        this.updatedAt = now;
    }

    boolean isErased() {
        return erasedAt != null;
    }

    PatientId id() {
        return new PatientId(id);
    }

    int version() {
        return version;
    }

    /** Gone only when the patient was erased, or when somebody took it away behind the platform's back. */
    byte @Nullable [] wrappedKey() {
        return wrappedKey;
    }

    /** Null when the patient was erased. */
    byte @Nullable [] record() {
        return record;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** As PostgreSQL writes an array of numbers. */
    String tokensAsText() {
        return Arrays.stream(searchTokens).map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    Patient opened(PatientDetails details) {
        return new Patient(id(), new PatientNumber(number), version, details, createdAt, updatedAt);
    }
}
