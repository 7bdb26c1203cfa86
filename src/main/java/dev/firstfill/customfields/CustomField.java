package dev.firstfill.customfields;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A field that this pharmacy records of its patients. It is changed and archived, never deleted. */
@Entity
@Table(name = "custom_field")
public class CustomField {
    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version")
    private int version;

    @Column(name = "key", updatable = false)
    private String key;

    @Column(name = "definition")
    @JdbcTypeCode(SqlTypes.JSON)
    private CustomFieldDefinition definition;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @SuppressWarnings("NullAway")
    protected CustomField() {}

    CustomField(CustomFieldId id, CustomFieldDefinition definition, Instant now) {
        this.id = id.value();
        this.version = 1;
        this.key = definition.key();
        this.definition = definition;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Values stay in patients' records under the key and in the form of the type: neither can change any more. */
    void change(CustomFieldDefinition changed, Instant now) {
        if (!changed.key().equals(key) || changed.type() != definition.type()) {
            throw new CustomFieldRefusals.KeyOrTypeChanged();
        }
        this.definition = changed;
        this.updatedAt = now;
    }

    public CustomFieldId id() {
        return new CustomFieldId(id);
    }

    public int version() {
        return version;
    }

    public CustomFieldDefinition definition() {
        return definition;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
