package dev.firstfill.recalls;

import dev.firstfill.inventory.RecallId;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.patients.PatientId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A try to tell somebody of a recall as the table keeps one. */
@Entity
@Table(name = "recall_contact")
class RecallContactRow {
    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "recall_id")
    private UUID recall;

    @Column(name = "patient_id")
    private UUID patient;

    @Enumerated(EnumType.STRING)
    @Column(name = "party")
    private RecallContact.Party party;

    @Enumerated(EnumType.STRING)
    @Column(name = "channel")
    private RecallContact.Channel channel;

    @Enumerated(EnumType.STRING)
    @Column(name = "outcome")
    private RecallContact.Outcome outcome;

    @Enumerated(EnumType.STRING)
    @Column(name = "product")
    private RecallContact.Product product;

    @Column(name = "record")
    private byte[] record;

    @Column(name = "by_id")
    private String byId;

    @Column(name = "by_name")
    private String byName;

    @Column(name = "at")
    private Instant at;

    @SuppressWarnings("NullAway")
    protected RecallContactRow() {}

    @SuppressWarnings("NullAway")
    RecallContactRow(
            UUID id, RecallId recall, PatientId patient, ContactTry made, byte[] sealed, Colleague by, Instant at) {
        this.id = id;
        this.recall = recall.value();
        this.patient = patient.value();
        this.party = made.party();
        this.channel = made.channel();
        this.outcome = made.outcome();
        this.product = made.product();
        this.record = sealed.clone();
        this.byId = by.id();
        this.byName = by.name();
        this.at = at;
    }

    UUID id() {
        return id;
    }

    UUID patient() {
        return patient;
    }

    byte[] record() {
        return record;
    }

    RecallContact opened(@Nullable String note) {
        return new RecallContact(
                id,
                new RecallId(recall),
                new PatientId(patient),
                party,
                channel,
                outcome,
                product,
                note,
                new Colleague(byId, byName),
                at);
    }
}
