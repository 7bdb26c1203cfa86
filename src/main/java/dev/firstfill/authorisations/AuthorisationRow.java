package dev.firstfill.authorisations;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.patients.PatientId;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
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

    @Embedded
    private @Nullable RequestTerms terms;

    @Embedded
    private AuthorisationProgress progress;

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
        this.progress = AuthorisationProgress.NONE;
        this.createdAt = now;
        this.state = details.state();
        keep(details, sealed, now);
    }

    void amend(AuthorisationMove move, AuthorisationDetails details, byte[] sealed, Instant now) {
        become(move, move == AuthorisationMove.AMEND ? progress : progress.over(), sealed, now);
        keep(details, sealed, now);
    }

    private void keep(AuthorisationDetails details, byte[] sealed, Instant now) {
        this.validFrom = details.validFrom();
        this.validUntil = details.validUntil();
        this.quantity = details.quantity();
        this.terms = details.request() == null ? terms : RequestTerms.of(details.request());
        this.record = sealed.clone();
        this.updatedAt = now;
    }

    /** @throws AuthorisationRefusals.MoveNotAllowed when this may not happen now */
    void become(AuthorisationMove move, AuthorisationProgress next, byte[] sealed, Instant now) {
        state = state.after(move);
        progress = next;
        record = sealed.clone();
        updatedAt = now;
    }

    void grant(PayerDecision.Approved approval) {
        validFrom = approval.validFrom();
        validUntil = approval.validUntil();
        quantity = approval.quantity();
    }

    boolean isGranted(PayerDecision.Approved approval) {
        return approval.validFrom().equals(validFrom)
                && approval.validUntil().equals(validUntil)
                && Objects.equals(approval.quantity(), quantity == null ? null : plain(quantity));
    }

    /** Nothing happened to it, but somebody has to look. */
    void inTrouble(@Nullable AuthorisationTrouble trouble) {
        progress = progress.inTrouble(trouble);
    }

    void note(byte[] sealed) {
        record = sealed.clone();
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

    AuthorisationState state() {
        return state;
    }

    @Nullable
    RequestTerms terms() {
        return terms;
    }

    AuthorisationProgress progress() {
        return progress;
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
                terms,
                progress,
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
