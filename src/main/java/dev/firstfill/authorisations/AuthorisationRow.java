package dev.firstfill.authorisations;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.patients.PatientId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A prior authorisation as the table keeps one. */
@Entity
@Table(name = "prior_authorisation")
class AuthorisationRow {
    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version")
    private int version;

    @Column(name = "patient_id", updatable = false)
    private UUID patient;

    @Column(name = "drug_id", updatable = false)
    private UUID drug;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private AuthorisationState state;

    @Column(name = "valid_from")
    private @Nullable LocalDate validFrom;

    @Column(name = "valid_until")
    private @Nullable LocalDate validUntil;

    @Column(name = "quantity")
    private @Nullable BigDecimal quantity;

    @Column(name = "record")
    private byte[] record;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @SuppressWarnings("NullAway")
    protected AuthorisationRow() {}

    @SuppressWarnings("NullAway")
    AuthorisationRow(
            AuthorisationId id,
            PatientId patient,
            DrugId drug,
            AuthorisationDetails details,
            byte[] sealed,
            Instant now) {
        this.id = id.value();
        this.version = 1;
        this.patient = patient.value();
        this.drug = drug.value();
        this.createdAt = now;
        keep(details, sealed, now);
    }

    /** @throws AuthorisationRefusals.MoveNotAllowed when the payer's word cannot become this one */
    void amend(AuthorisationDetails details, byte[] sealed, Instant now) {
        state.amendedTo(details.state());
        keep(details, sealed, now);
    }

    private void keep(AuthorisationDetails details, byte[] sealed, Instant now) {
        this.state = details.state();
        this.validFrom = details.validFrom();
        this.validUntil = details.validUntil();
        this.quantity = details.quantity();
        this.record = sealed.clone();
        this.updatedAt = now;
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    UUID patient() {
        return patient;
    }

    UUID drug() {
        return drug;
    }

    byte[] record() {
        return record;
    }

    PriorAuthorisation opened(@Nullable AuthorisationRecord open) {
        return new PriorAuthorisation(
                new AuthorisationId(id),
                version,
                new PatientId(patient),
                new DrugId(drug),
                state,
                validFrom,
                validUntil,
                quantity == null ? null : plain(quantity),
                open,
                createdAt,
                updatedAt);
    }

    /** 26, whether 26 or 26.000 was kept: equal quantities are equal, and read alike. */
    static BigDecimal plain(BigDecimal kept) {
        var stripped = kept.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
