package dev.firstfill.authorisations;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.firstfill.benefits.PayerKind;
import dev.firstfill.kernel.Json;
import dev.firstfill.kernel.Lists;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * By when payers must decide, and denials be appealed: what the law says, rule by rule with its source and the day from
 * which it counts, in {@code payer-deadlines.json}. Of several that count the youngest holds. Where the law is silent,
 * or a state's, nothing is answered: the payer's letter says it.
 */
public final class PayerDeadlines {
    private static final String FILE = "payer-deadlines.json";

    private final List<Rule> rules;

    private PayerDeadlines(List<Rule> rules) {
        this.rules = rules;
    }

    /** What a rule gives time for. */
    enum Stage {
        /** The payer, to decide a request. */
        @JsonProperty("decision")
        DECISION,
        /** Us, to appeal. */
        @JsonProperty("filing")
        FILING,
        /** Whoever is appealed to, to decide. */
        @JsonProperty("appeal-decision")
        APPEAL_DECISION
    }

    /** How time is counted: hours by the clock, days and months by the calendar of the pharmacy's place. */
    enum Unit {
        @JsonProperty("hours")
        HOURS(ChronoUnit.HOURS),
        @JsonProperty("days")
        DAYS(ChronoUnit.DAYS),
        @JsonProperty("months")
        MONTHS(ChronoUnit.MONTHS);

        private final ChronoUnit unit;

        Unit(ChronoUnit unit) {
            this.unit = unit;
        }
    }

    /**
     * @param level null of decisions on requests
     * @param urgency null when it makes no difference
     * @param from the first day on which it counts
     * @param source where the law says so
     */
    record Rule(
            List<PayerKind> payers,
            Stage stage,
            @Nullable AppealLevel level,
            @Nullable Urgency urgency,
            LocalDate from,
            int amount,
            Unit unit,
            String source) {
        Rule {
            payers = Lists.kept(payers);
        }

        boolean isFor(PayerKind payer, Stage what, @Nullable AppealLevel to, @Nullable Urgency how, LocalDate day) {
            return payers.contains(payer)
                    && stage == what
                    && level == to
                    && (urgency == null || urgency == how)
                    && !day.isBefore(from);
        }
    }

    private record Published(List<Rule> rules) {
        Published {
            rules = Lists.kept(rules);
        }
    }

    /** As the program knows them. */
    public static PayerDeadlines published() {
        try (var file = PayerDeadlines.class.getResourceAsStream(FILE)) {
            return new PayerDeadlines(
                    Json.read(Objects.requireNonNull(file, FILE).readAllBytes(), Published.class)
                            .rules());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** By when the payer must decide what it was asked then. */
    public Optional<Instant> decision(PayerKind payer, Urgency urgency, Instant submittedAt, ZoneId zone) {
        return by(Stage.DECISION, payer, null, urgency, submittedAt, zone);
    }

    /** By when an appeal that was filed then must be decided. */
    public Optional<Instant> appealDecision(
            PayerKind payer, AppealLevel level, Urgency urgency, Instant filedAt, ZoneId zone) {
        return by(Stage.APPEAL_DECISION, payer, level, urgency, filedAt, zone);
    }

    private Optional<Instant> by(
            Stage stage, PayerKind payer, @Nullable AppealLevel level, Urgency urgency, Instant begin, ZoneId zone) {
        var local = begin.atZone(zone);
        return youngest(payer, stage, level, urgency, local.toLocalDate())
                .map(rule -> local.plus(rule.amount(), rule.unit().unit).toInstant());
    }

    /**
     * The last day to appeal what was denied by a notice of this date, before whoever comes next.
     *
     * @param last level that has denied it already; null when it was the payer's first word
     */
    public Optional<LocalDate> filing(PayerKind payer, @Nullable AppealLevel last, LocalDate noticedOn) {
        return Arrays.stream(AppealLevel.values())
                .filter(level -> last == null ? level == AppealLevel.INTERNAL : level.mayFollow(last))
                .flatMap(level -> youngest(payer, Stage.FILING, level, null, noticedOn).stream())
                .findFirst()
                .map(rule -> noticedOn.plus(rule.amount(), rule.unit().unit));
    }

    private Optional<Rule> youngest(
            PayerKind payer, Stage stage, @Nullable AppealLevel level, @Nullable Urgency urgency, LocalDate day) {
        return rules.stream()
                .filter(rule -> rule.isFor(payer, stage, level, urgency, day))
                .max(Comparator.comparing(Rule::from));
    }
}
