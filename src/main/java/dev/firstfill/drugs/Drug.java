package dev.firstfill.drugs;

import dev.firstfill.identifiers.Ndc;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A package of a drug that this pharmacy dispenses. */
@Entity
@Table(name = "drug")
public class Drug {
    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version")
    private int version;

    @Column(name = "ndc")
    private String ndc;

    @Column(name = "ndc_as_entered")
    private String ndcAsEntered;

    @Column(name = "name_folded")
    private String nameFolded;

    @Column(name = "details")
    @JdbcTypeCode(SqlTypes.JSON)
    private DrugDetails details;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @SuppressWarnings("NullAway")
    protected Drug() {}

    @SuppressWarnings("NullAway")
    Drug(DrugId id, DrugDetails details, Instant now) {
        this.id = id.value();
        this.version = 1;
        this.createdAt = now;
        keep(details, now);
    }

    void amend(DrugDetails changed, Instant now) {
        keep(changed.keepingNdcAsEntered(ndc()), now);
    }

    private void keep(DrugDetails kept, Instant now) {
        this.ndc = kept.ndc().digits();
        this.ndcAsEntered = kept.ndc().original();
        this.nameFolded = DrugSearch.folded(kept.name());
        this.details = kept;
        this.updatedAt = now;
    }

    public DrugId id() {
        return new DrugId(id);
    }

    public int version() {
        return version;
    }

    /** The document holds the NDC in canonical form only, as JSON everywhere does. */
    public DrugDetails details() {
        return details.withNdc(ndc());
    }

    private Ndc ndc() {
        return Ndc.parse(ndcAsEntered);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
