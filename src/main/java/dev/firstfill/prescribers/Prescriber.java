package dev.firstfill.prescribers;

import dev.firstfill.kernel.Folded;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Who may prescribe for this pharmacy's patients. What searches need stands beside the details that say it. */
@Entity
@Table(name = "prescriber")
public class Prescriber {
    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version")
    private int version;

    @Column(name = "npi")
    private String npi;

    @Column(name = "family_folded")
    private String familyFolded;

    @Column(name = "office_phones")
    private String[] officePhones;

    @Column(name = "details")
    @JdbcTypeCode(SqlTypes.JSON)
    private PrescriberDetails details;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @SuppressWarnings("NullAway")
    protected Prescriber() {}

    @SuppressWarnings("NullAway")
    Prescriber(PrescriberId id, PrescriberDetails details, Instant now) {
        this.id = id.value();
        this.version = 1;
        this.createdAt = now;
        amend(details, now);
    }

    final void amend(PrescriberDetails changed, Instant now) {
        this.npi = changed.npi().value();
        this.familyFolded = Folded.of(changed.name().family()).value();
        this.officePhones = changed.officePhones().toArray(String[]::new);
        this.details = changed;
        this.updatedAt = now;
    }

    public PrescriberId id() {
        return new PrescriberId(id);
    }

    public int version() {
        return version;
    }

    public PrescriberDetails details() {
        return details;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
