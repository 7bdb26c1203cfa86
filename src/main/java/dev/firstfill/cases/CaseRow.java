package dev.firstfill.cases;

import dev.firstfill.clocks.Party;
import dev.firstfill.drugs.DrugId;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.patients.PatientId;
import dev.firstfill.prescribers.PrescriberId;
import dev.firstfill.prescribing.PrescriptionId;
import dev.firstfill.referrals.NewCase;
import dev.firstfill.referrals.ReferralId;
import dev.firstfill.workflowsettings.Programme;
import dev.firstfill.workflowsettings.WorkflowSettings;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A case as the table keeps one. Every change passes through here, so that clocks, timer and level follow. */
@Entity
@Table(name = "patient_case")
class CaseRow {
    @Id
    @Column(name = "id")
    private UUID id;

    @Generated
    @Column(name = "number", insertable = false, updatable = false)
    private long number;

    @Version
    @Column(name = "version")
    private int version;

    @Column(name = "patient_id", updatable = false)
    private UUID patient;

    @Column(name = "referral_id", updatable = false)
    private UUID referral;

    @Column(name = "prescriber_id")
    private @Nullable UUID prescriber;

    @Column(name = "drug_id")
    private @Nullable UUID drug;

    @Column(name = "prescription_id")
    private @Nullable UUID prescription;

    @Column(name = "payer")
    private @Nullable String payer;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private CaseStatus status;

    @Enumerated(EnumType.STRING)
    @Column(name = "returns_to")
    private @Nullable CaseStatus then;

    @Enumerated(EnumType.STRING)
    @Column(name = "waits_for")
    private @Nullable Party waitsFor;

    @Column(name = "since")
    private Instant since;

    @Column(name = "owner_id")
    private @Nullable String ownerId;

    @Column(name = "owner_name")
    private @Nullable String ownerName;

    @Column(name = "sla")
    private short sla;

    @Column(name = "settings_version", updatable = false)
    private int settingsVersion;

    @Column(name = "programme", updatable = false)
    private String programme;

    @Column(name = "clocks")
    @JdbcTypeCode(SqlTypes.JSON)
    private CaseClocks clocks;

    @Column(name = "facts")
    @JdbcTypeCode(SqlTypes.JSON)
    private CaseFacts facts;

    @Column(name = "signed_at", updatable = false)
    private @Nullable Instant signedAt;

    @Column(name = "received_at", updatable = false)
    private Instant receivedAt;

    @Column(name = "first_shipped_at")
    private @Nullable Instant firstShippedAt;

    @Column(name = "next_timer_at")
    private @Nullable Instant nextTimerAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @SuppressWarnings("NullAway")
    protected CaseRow() {}

    /** Not yet anywhere: {@link #stand} follows. */
    @SuppressWarnings("NullAway")
    CaseRow(CaseId id, NewCase begun, CaseFacts facts, WorkflowSettings settings) {
        this.id = id.value();
        this.version = 1;
        this.patient = begun.patient().value();
        this.referral = begun.referral().value();
        this.prescriber = begun.prescriber() == null ? null : begun.prescriber().value();
        this.drug = begun.drug() == null ? null : begun.drug().value();
        this.prescription =
                begun.prescription() == null ? null : begun.prescription().value();
        this.payer = begun.payer();
        this.settingsVersion = settings.version();
        this.programme = settings.programmeOf(drug).code();
        this.clocks = new CaseClocks(null);
        this.facts = facts;
        this.signedAt = begun.signedAt();
        this.receivedAt = begun.receivedAt();
    }

    CaseState state() {
        return CaseStates.of(status, then);
    }

    /** @param party who has to do something next; null once the case has ended */
    void stand(CaseState state, @Nullable Party party, Instant at, WorkflowSettings settings) {
        this.status = state.status();
        this.then = CaseStates.then(state);
        this.waitsFor = state.status().isEnd() ? null : party;
        this.since = at;
        this.closedAt = state.status().isEnd() ? at : null;
        if (state instanceof CaseState.Shipped && firstShippedAt == null) {
            this.firstShippedAt = at;
        }
        reckon(at, settings);
    }

    /** The same state, but somebody else is waited for. */
    void waitFor(Party party, Instant at, WorkflowSettings settings) {
        this.waitsFor = party;
        reckon(at, settings);
    }

    private void reckon(Instant at, WorkflowSettings settings) {
        var standing = new CaseClocks.Standing(state(), waitsFor, isTreated(), at);
        this.clocks = clocks.after(standing, programme(settings), settings.calendar());
        this.sla = (short) clocks.worst();
    }

    void learn(UnaryOperator<CaseFacts> change) {
        this.facts = change.apply(facts);
    }

    /** What a draft brings once the referral says enough. */
    void complete(
            @Nullable PrescriberId by, @Nullable DrugId of, @Nullable PrescriptionId order, @Nullable String paidBy) {
        this.prescriber = by == null ? prescriber : by.value();
        this.drug = of == null ? drug : of.value();
        this.prescription = order == null ? prescription : order.value();
        this.payer = paidBy == null ? payer : paidBy;
    }

    void warned(CaseClocks now) {
        this.clocks = now;
        this.sla = (short) now.worst();
    }

    void own(@Nullable Colleague owner) {
        this.ownerId = owner == null ? null : owner.id();
        this.ownerName = owner == null ? null : owner.name();
    }

    /** The earliest instant at which time does something to this case. Call after any change. */
    void wind(WorkflowSettings settings, ZoneId zone) {
        this.nextTimerAt = status.isEnd()
                ? null
                : CaseTimer.next(this, settings, zone).map(CaseTimer.Due::at).orElse(null);
    }

    Programme programme(WorkflowSettings settings) {
        return settings.named(programme);
    }

    boolean isTreated() {
        return firstShippedAt != null;
    }

    CaseId id() {
        return new CaseId(id);
    }

    int version() {
        return version;
    }

    PatientId patient() {
        return new PatientId(patient);
    }

    ReferralId referral() {
        return new ReferralId(referral);
    }

    @Nullable
    DrugId drug() {
        return drug == null ? null : new DrugId(drug);
    }

    @Nullable
    PrescriptionId prescription() {
        return prescription == null ? null : new PrescriptionId(prescription);
    }

    CaseStatus status() {
        return status;
    }

    @Nullable
    Party waitsFor() {
        return waitsFor;
    }

    int settingsVersion() {
        return settingsVersion;
    }

    CaseClocks clocks() {
        return clocks;
    }

    CaseFacts facts() {
        return facts;
    }

    Case opened() {
        return new Case(
                id(),
                new CaseNumber(number),
                version,
                patient(),
                referral(),
                prescriber == null ? null : new PrescriberId(prescriber),
                drug(),
                prescription(),
                payer,
                status,
                then,
                waitsFor,
                since,
                ownerId == null || ownerName == null ? null : new Colleague(ownerId, ownerName),
                sla,
                programme,
                settingsVersion,
                clocks,
                facts,
                signedAt,
                receivedAt,
                firstShippedAt,
                closedAt);
    }
}
