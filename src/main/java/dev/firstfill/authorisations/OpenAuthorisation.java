package dev.firstfill.authorisations;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Json;
import dev.firstfill.kernel.Seals;
import dev.firstfill.patients.PatientId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A prior authorisation in somebody's hands, with what of it is sealed laid open: here it changes. */
final class OpenAuthorisation {
    /** What people write may fill a record this far, so that there is room for what the payer says to it. */
    static final int WRITTEN_MAX_BYTES = 5600;

    /** With the columns beside it and the seal a row still fits into one page, which spares the table another one. */
    static final int BYTES_MAX = 7000;

    private final AuthorisationRow row;
    private final Seals.OfPerson seal;
    private final Instant now;
    private final List<AuthorisationMove> moves = new ArrayList<>();
    private AuthorisationRecord record;
    private boolean needsAttention;

    OpenAuthorisation(AuthorisationRow row, Seals.OfPerson seal, Instant now) {
        this.row = row;
        this.seal = seal;
        this.now = now;
        this.record = record(row, seal);
    }

    static AuthorisationRecord record(AuthorisationRow row, Seals.OfPerson seal) {
        return Json.read(seal.open(place(row.id()), row.record()), AuthorisationRecord.class);
    }

    /** @throws AuthorisationRefusals.NotEntered when no payer's word begins so */
    static OpenAuthorisation entered(
            PatientId patient,
            DrugId drug,
            AuthorisationDetails details,
            Seals.OfPerson seal,
            Colleague by,
            Instant now) {
        if (!details.state().mayBeEntered()) {
            throw new AuthorisationRefusals.NotEntered(details.state());
        }
        var id = new AuthorisationId(Ids.next());
        var first =
                details.state() == AuthorisationState.PREPARED ? AuthorisationMove.PREPARE : AuthorisationMove.ENTER;
        var record = AuthorisationRecord.entered(details).after(step(first, by, now));
        var row = new AuthorisationRow(
                id, patient, drug, details, seal.seal(place(id.value()), within(record, WRITTEN_MAX_BYTES)), now);
        var open = new OpenAuthorisation(row, seal, now);
        open.moves.add(first);
        details.state().saidBy().ifPresent(open.moves::add);
        return open;
    }

    void amend(AuthorisationDetails details, Colleague by) {
        var move = row.state().amendedTo(details.state());
        record = record.amended(details).after(step(move, by, now));
        row.amend(move, details, sealed(WRITTEN_MAX_BYTES), now);
        moves.add(AuthorisationMove.AMEND);
        if (move != AuthorisationMove.AMEND) {
            moves.add(move);
        }
    }

    void submit(@Nullable AuthorisationCard card, @Nullable String reference, @Nullable Instant due, Colleague by) {
        record = record.showing(card).known(reference).after(step(AuthorisationMove.SUBMIT, by, now));
        become(AuthorisationMove.SUBMIT, row.progress().submitted(now, due), WRITTEN_MAX_BYTES);
    }

    /** @param by null when the payer asked electronically */
    void requestInformation(InformationRequest wanted, @Nullable Colleague by) {
        say(new AuthorisationStep(
                AuthorisationMove.REQUEST_INFORMATION, now, by, level(), null, wanted.answerUntil(), wanted.asked()));
        become(
                AuthorisationMove.REQUEST_INFORMATION,
                row.progress().informationRequested(wanted.answerUntil()),
                BYTES_MAX);
    }

    void answerInformation(String answer, Colleague by) {
        var move =
                level() == null ? AuthorisationMove.ANSWER_INFORMATION : AuthorisationMove.ANSWER_INFORMATION_ON_APPEAL;
        record = record.after(new AuthorisationStep(move, now, by, level(), null, null, answer));
        become(move, row.progress().informationAnswered(now), WRITTEN_MAX_BYTES);
    }

    /** @param by null when the payer answered electronically; else who wrote down what it said */
    void decide(PayerDecision decision, @Nullable LocalDate appealUntil, @Nullable Colleague by) {
        switch (decision) {
            case PayerDecision.Approved yes -> {
                record = record.numbered(yes.number());
                say(new AuthorisationStep(
                        AuthorisationMove.APPROVE, now, by, level(), null, yes.validUntil(), yes.message()));
                become(AuthorisationMove.APPROVE, row.progress().over(), BYTES_MAX);
                row.grant(yes);
            }
            case PayerDecision.Denied no -> {
                say(new AuthorisationStep(
                        AuthorisationMove.DENY, now, by, level(), no.reason(), appealUntil, no.message()));
                become(AuthorisationMove.DENY, row.progress().denied(no, appealUntil), BYTES_MAX);
            }
            case PayerDecision.Closed closed -> {
                mustNotBeAppealed();
                say(new AuthorisationStep(
                        AuthorisationMove.CLOSE_UNANSWERED, now, by, null, null, null, closed.message()));
                become(AuthorisationMove.CLOSE_UNANSWERED, row.progress().over(), BYTES_MAX);
            }
        }
    }

    /** An appeal that is dismissed leaves the denial as it was: it is denied again. */
    private void mustNotBeAppealed() {
        if (level() != null) {
            throw new AuthorisationRefusals.MoveNotAllowed(
                    AuthorisationState.APPEALED, AuthorisationMove.CLOSE_UNANSWERED);
        }
    }

    /** @param today a day after the last one to file is too late */
    void appeal(Appeal appeal, @Nullable Instant due, LocalDate today, Colleague by) {
        row.state().after(AuthorisationMove.APPEAL);
        if (!appeal.level().mayFollow(level())) {
            throw new AuthorisationRefusals.AppealLevelNotNext();
        }
        var until = row.progress().actUntil();
        if (until != null && today.isAfter(until) && !appeal.goodCause()) {
            throw new AuthorisationRefusals.AppealTooLate();
        }
        record = record.after(
                new AuthorisationStep(AuthorisationMove.APPEAL, now, by, appeal.level(), null, null, appeal.grounds()));
        become(AuthorisationMove.APPEAL, row.progress().appealed(appeal.level(), now, due), WRITTEN_MAX_BYTES);
    }

    /** Withdrawn or voided. */
    void end(AuthorisationMove move, Colleague by) {
        record = record.after(step(move, by, now));
        become(move, row.progress().over(), BYTES_MAX);
    }

    /** The payer has given the request a name. @return whether that is news */
    boolean isKnownAs(@Nullable String reference) {
        if (reference == null || reference.equals(record.reference())) {
            return false;
        }
        record = record.known(reference);
        row.note(sealed(BYTES_MAX));
        return true;
    }

    /** Whether the payer's answer says something else than what stands. What was taken back may be decided as it likes. */
    boolean isContradictedBy(PayerDecision decision) {
        return switch (row.state()) {
            case APPROVED -> !(decision instanceof PayerDecision.Approved yes && row.isGranted(yes));
            case DENIED -> !(decision instanceof PayerDecision.Denied);
            case CLOSED_UNANSWERED -> !(decision instanceof PayerDecision.Closed);
            case PREPARED, SUBMITTED, INFORMATION_REQUESTED, APPEALED, WITHDRAWN, VOIDED -> false;
        };
    }

    /** @param trouble null when all is well again */
    void inTrouble(@Nullable AuthorisationTrouble trouble) {
        needsAttention = trouble != null && trouble != row.progress().trouble();
        row.inTrouble(trouble);
    }

    private void become(AuthorisationMove move, AuthorisationProgress next, int maxBytes) {
        row.become(move, next, sealed(maxBytes), now);
        moves.add(move);
    }

    /** What a payer says is kept whole as long as there is room: that it was said counts more than its words. */
    private void say(AuthorisationStep step) {
        var whole = record.after(step);
        record = Json.bytes(whole).length <= BYTES_MAX ? whole : record.after(step.withoutText());
    }

    private byte[] sealed(int maxBytes) {
        return seal.seal(place(row.id()), within(record, maxBytes));
    }

    private static byte[] within(AuthorisationRecord record, int maxBytes) {
        var bytes = Json.bytes(record);
        if (bytes.length > maxBytes) {
            throw new AuthorisationRefusals.RecordFull();
        }
        return bytes;
    }

    private static AuthorisationStep step(AuthorisationMove move, Colleague by, Instant now) {
        return new AuthorisationStep(move, now, by, null, null, null, null);
    }

    private static Seals.Place place(UUID id) {
        return new Seals.Place("prior_authorisation", "record", id);
    }

    private @Nullable AppealLevel level() {
        return row.progress().level();
    }

    AuthorisationRow row() {
        return row;
    }

    AuthorisationRecord record() {
        return record;
    }

    /** What happened to it in these hands, in order. */
    List<AuthorisationMove> moves() {
        return List.copyOf(moves);
    }

    /** Whether it has come into a trouble in these hands. */
    boolean needsAttention() {
        return needsAttention;
    }

    PriorAuthorisation kept() {
        return row.opened(record);
    }

    /** Whether the platform asks, and not somebody by portal, fax or phone. */
    boolean isElectronic() {
        var terms = row.terms();
        return terms != null && terms.channel() == AuthorisationChannel.EPA;
    }
}
