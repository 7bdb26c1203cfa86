package dev.firstfill.cases;

import dev.firstfill.clocks.Party;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.Page;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.Reading;
import dev.firstfill.kernel.StaleVersion;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.kernel.Writing;
import dev.firstfill.patients.PatientChart;
import dev.firstfill.patients.PatientId;
import dev.firstfill.tasks.Queue;
import dev.firstfill.workflowsettings.SettingsBook;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where cases are looked up and moved. */
@ApplicationScoped
public class CaseDesk {
    private static final Act READ = Act.of("read", "case");
    private static final Act LIST = Act.of("list", "case");
    private static final Act READ_STORY = Act.of("read story of", "case");
    private static final Act MOVE = Act.of("move", "case");
    private static final Act CONTACT = Act.of("contact patient of", "case");
    private static final Act OWN = Act.of("own", "case");

    private final Transactions transactions;
    private final Clock clock;

    public CaseDesk(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A case, its clocks read off now, and what may be done to it. */
    public Uni<CaseReport> read(CaseReference reference) {
        return transactions.read(READ, desk -> {
            desk.journal().about(reference.toString());
            return new Cases(desk.session(), desk.seals())
                    .find(reference)
                    .invoke(row -> desk.journal().seen(row.patient().value()))
                    .chain(row -> report(desk, row));
        });
    }

    private Uni<CaseReport> report(Reading desk, CaseRow row) {
        return new SettingsBook(desk.session()).version(row.settingsVersion()).chain(settings -> new SituationFinding(
                        desk.session(), desk.seals(), clock)
                .of(row, settings)
                .map(situation -> CaseReport.of(row, settings, situation)));
    }

    public Uni<Page<Case>> list(CaseFilter filter, PageRequest page) {
        return transactions.read(LIST, desk -> {
            Uni<Optional<PatientId>> patient = filter.patient() == null
                    ? Uni.createFrom().item(Optional.empty())
                    : new PatientChart(desk.session(), desk.seals())
                            .identified(filter.patient())
                            .map(Optional::of);
            return patient.chain(who -> new Cases(desk.session(), desk.seals()).page(filter, who.orElse(null), page))
                    .map(rows -> Page.cut(rows, page.limit(), Function.identity()))
                    .map(cut ->
                            new Page<>(cut.items().stream().map(CaseRow::opened).toList(), cut.more()))
                    .invoke(cut -> cut.items().forEach(found -> desk.journal()
                            .seen(found.patient().value())));
        });
    }

    /** All that happened to it, in order. */
    public Uni<List<CaseEvent>> story(CaseReference reference) {
        return transactions.read(READ_STORY, desk -> {
            desk.journal().about(reference.toString());
            var cases = new Cases(desk.session(), desk.seals());
            return cases.find(reference).chain(row -> cases.sealOf(row.patient())
                    .chain(seal -> cases.storyOf(row.id()).map(events -> events.stream()
                            .map(event -> event.opened(Cases.note(event, seal)))
                            .toList()))
                    .invoke(events -> desk.journal().seen(row.patient().value())));
        });
    }

    /**
     * @param seen the version the caller saw; refused as stale when another is present
     * @param queues that the caller works
     */
    public Uni<CaseReport> move(
            CaseReference reference, int seen, CaseTransition wish, Set<Queue> queues, Colleague by) {
        return transactions.write(MOVE, desk -> take(desk, reference, by).chain(hand -> {
            StaleVersion.unless(hand.row().version() == seen);
            var move = wish.move();
            if (!move.isByHand()) {
                throw new CaseRefusals.MoveNotByHand(move);
            }
            if (move.queues().stream().noneMatch(queues::contains)) {
                throw new CaseRefusals.MoveNotYours(move);
            }
            TransitionParts.check(wish, LocalDate.now(clock));
            if (wish.reason() != null) {
                desk.journal().because(wish.reason());
            }
            hand.row().learn(facts -> learnt(facts, wish, hand, by));
            return hand.allowed(move)
                    .chain(to -> hand.move(move, to, waitsFor(wish, to), facts(wish), wish.note()))
                    .chain(() -> reported(hand));
        }));
    }

    private static CaseFacts learnt(CaseFacts facts, CaseTransition wish, CaseInHand hand, Colleague by) {
        var now = facts;
        if (wish.benefits() != null) {
            now = now.with(wish.benefits().by(by, hand.now()));
        }
        if (wish.funding() != null) {
            var decided = wish.funding().by(by, hand.now());
            decided.mustBeOpenTo(hand.fundingFacts());
            now = now.with(decided);
        }
        if (wish.done() != null) {
            now = now.withDone(wish.done());
        }
        if (wish.move() == CaseMove.HOLD && wish.reason() != null && wish.until() != null) {
            now = now.withHold(new CaseFacts.Hold(wish.reason(), wish.until()));
        }
        if (wish.move() == CaseMove.REQUEST_INFORMATION && wish.waitsFor() != null) {
            var from = wish.waitsFor();
            now = now.withAsked(wish.information() == null ? List.of() : wish.information(), from);
        }
        // Whoever asked by hand also says when it was answered; what a referral lacks it says itself.
        return wish.move() == CaseMove.RECEIVE_INFORMATION ? now.withoutAsked() : now;
    }

    private static Party waitsFor(CaseTransition wish, CaseState to) {
        if (wish.waitsFor() != null) {
            return wish.waitsFor();
        }
        if (wish.move() == CaseMove.HOLD && wish.reason() != null) {
            return switch (wish.reason()) {
                case PRESCRIBER_REQUEST, LABORATORY_PENDING, REMS_PENDING -> Party.PRESCRIBER;
                case INSURANCE_CHANGE -> Party.PAYER;
                case BACKORDER -> Party.PHARMACY;
                default -> Party.PATIENT;
            };
        }
        return to.status().waitsFor().orElse(Party.PHARMACY);
    }

    private static Map<String, String> facts(CaseTransition wish) {
        var facts = new HashMap<String, String>();
        put(facts, "reason", wish.reason() == null ? null : wish.reason().wireName());
        put(facts, "until", wish.until() == null ? null : wish.until().toString());
        put(
                facts,
                "transferTo",
                wish.transferTo() == null ? null : wish.transferTo().toString());
        put(facts, "information", wish.information() == null ? null : String.join(",", wish.information()));
        return facts;
    }

    private static void put(Map<String, String> facts, String name, @Nullable String value) {
        if (value != null) {
            facts.put(name, value);
        }
    }

    /** Somebody tried to reach the patient. */
    public Uni<CaseReport> contact(
            CaseReference reference,
            ContactAttempt.Channel channel,
            ContactAttempt.Result result,
            @Nullable String note,
            Colleague by) {
        return transactions.write(CONTACT, desk -> take(desk, reference, by).chain(hand -> hand.mustBeOpen()
                .learn(
                        CaseEvent.Kind.CONTACTED,
                        facts -> facts.with(new ContactAttempt(Now.by(clock), channel, result)),
                        Map.of("channel", WireName.of(channel), "result", WireName.of(result)),
                        note)
                .chain(() -> reported(hand))));
    }

    /** @param owner null for nobody */
    public Uni<CaseReport> own(CaseReference reference, int seen, @Nullable Colleague owner, Colleague by) {
        return transactions.write(OWN, desk -> take(desk, reference, by).chain(hand -> {
            StaleVersion.unless(hand.mustBeOpen().row().version() == seen);
            hand.row().own(owner);
            return hand.learn(CaseEvent.Kind.OWNED, facts -> facts, Map.of(), null)
                    .chain(() -> reported(hand));
        }));
    }

    private Uni<CaseInHand> take(Writing desk, CaseReference reference, Colleague by) {
        desk.journal().about(reference.toString());
        return new Cases(desk.session(), desk.seals())
                .locked(reference)
                .chain(row -> CaseInHand.of(desk, clock, by, row));
    }

    private static Uni<CaseReport> reported(CaseInHand hand) {
        return hand.situation().map(situation -> CaseReport.of(hand.row(), hand.settings(), situation));
    }
}
