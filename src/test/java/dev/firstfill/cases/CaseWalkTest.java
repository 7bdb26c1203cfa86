package dev.firstfill.cases;

import static dev.firstfill.cases.CaseOffice.ALL_QUEUES;
import static dev.firstfill.cases.CaseOffice.RUTH;
import static dev.firstfill.cases.CaseOffice.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.benefits.CoverageFound;
import dev.firstfill.benefits.PayerKind;
import dev.firstfill.clocks.Party;
import dev.firstfill.clocks.SlaClock;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Refusal;
import dev.firstfill.patients.Coverage;
import dev.firstfill.tasks.TaskType;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Random walks of cases through the database, beside the table of words, with transactions broken off in the middle:
 * {@code -Dfirstfill.case.steps} says how many steps, {@code -Dfirstfill.case.seed} which.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CaseWalkTest {
    private static final int STEPS = Integer.getInteger("firstfill.case.steps", 600);
    private static final long SEED = Long.getLong("firstfill.case.seed", System.nanoTime());

    /** What a process leaves that is killed before it commits. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void whatever_is_tried_and_wherever_it_breaks_off_a_case_stands_where_its_story_says() {
        var random = new Random(SEED);
        try (var office = new CaseOffice()) {
            var walked = begun(office, random);
            var moved = 0;
            for (int step = 0; step < STEPS; step++) {
                var move = CaseMove.values()[random.nextInt(CaseMove.values().length)];
                var killed = random.nextInt(5) == 0;
                var before = office.read(walked.id());
                var expected = LegalMoves.after(words(before), move.name());

                var done = attempt(office, before, move, killed);

                var after = office.read(walked.id());
                var what = "seed %d, step %d: %s in %s".formatted(SEED, step, move, words(before));
                if (done.isEmpty()) {
                    moved++;
                    assertThat(words(after)).as(what).isEqualTo(expected.orElse("refused"));
                } else {
                    assertThat(after).as(what + ": " + done.get()).isEqualTo(before);
                }
                if (expected.isEmpty()) {
                    assertThat(done).as(what).isPresent();
                }
                mustBeWhole(office, after, what);
                office.clock.passes(Duration.ofMinutes(random.nextInt(600)));
                if (after.closedAt() != null && random.nextInt(3) == 0) {
                    walked = begun(office, random);
                }
            }
            assertThat(moved).as("seed %d", SEED).isGreaterThan(STEPS / 20);
        }
    }

    private static Case begun(CaseOffice office, Random random) {
        var patient = office.patient();
        if (random.nextBoolean()) {
            office.assessed(patient);
        }
        return office.complete(patient);
    }

    /** Empty when it was done; else why not. */
    private static Optional<String> attempt(CaseOffice office, Case of, CaseMove move, boolean killed) {
        var work = office.pharmacy.write(Act.of("try", "case"), desk -> made(office, of, move)
                .chain(() -> killed
                        ? Uni.createFrom().failure(new Killed())
                        : Uni.createFrom().voidItem()));
        try {
            await(work);
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal.code());
        } catch (Killed broken) {
            return Optional.of("killed");
        }
    }

    private static Uni<Void> made(CaseOffice office, Case of, CaseMove move) {
        return move.isByHand()
                ? office.desk
                        .move(of.id(), of.version(), wish(office, move), ALL_QUEUES, RUTH)
                        .replaceWithVoid()
                : office.pharmacy.write(Act.of("follow", "case"), desk -> new Cases(desk.session(), desk.seals())
                        .locked(of.id())
                        .chain(row -> CaseInHand.of(desk, office.clock, RUTH, row))
                        .chain(hand -> hand.allowed(move).chain(to -> hand.move(move, to, Map.of()))));
    }

    private static CaseTransition wish(CaseOffice office, CaseMove move) {
        var reason = MoveReason.of(move).stream().findFirst().orElse(null);
        return new CaseTransition(
                move,
                reason,
                null,
                benefits(move),
                null,
                move == CaseMove.HOLD ? LocalDate.now(office.clock).plusDays(7) : null,
                move == CaseMove.REQUEST_INFORMATION ? Party.PRESCRIBER : null,
                null,
                null,
                null);
    }

    private static @Nullable BenefitsFound benefits(CaseMove move) {
        return switch (move) {
            case VERIFY_PA_REQUIRED -> benefits(CoverageFound.COVERED, true);
            case VERIFY_NO_PA -> benefits(CoverageFound.COVERED, false);
            case FIND_NOT_COVERED -> benefits(CoverageFound.NOT_COVERED, false);
            default -> null;
        };
    }

    private static BenefitsFound benefits(CoverageFound found, boolean authorisation) {
        return new BenefitsFound(
                PayerKind.COMMERCIAL,
                "Aetna",
                Coverage.Benefit.PHARMACY,
                found,
                authorisation,
                null,
                null,
                null,
                false,
                List.of(),
                null);
    }

    /** The promises that hold of every case at every moment. */
    private static void mustBeWhole(CaseOffice office, Case now, String what) {
        var story = office.story(now);
        assertThat(story.getFirst().from()).as(what).isNull();
        for (int i = 1; i < story.size(); i++) {
            assertThat(story.get(i).from()).as(what).isEqualTo(story.get(i - 1).to());
        }
        assertThat(story.getLast().to()).as(what).isEqualTo(now.status());
        assertThat(now.closedAt() != null).as(what).isEqualTo(now.status().isEnd());
        assertThat(now.waitsFor() == null).as(what).isEqualTo(now.status().isEnd());
        assertThat(now.clocks().all().stream()
                        .filter(clock -> !clock.isStopped())
                        .map(SlaClock::kind))
                .as(what)
                .doesNotHaveDuplicates();
        var planned = TaskPlan.in(now.status()).map(TaskType::name).stream().toList();
        var open = office.openTasks(now);
        assertThat(open).as(what).doesNotHaveDuplicates().containsAll(planned);
        // A refill interrupts no therapy: the call about adherence stays to be done.
        assertThat(open.stream().filter(task -> !task.equals("ADHERENCE_CALL") || now.closedAt() != null))
                .as(what)
                .isSubsetOf(planned);
    }

    private static String words(Case of) {
        return of.then() == null ? of.status().name() : of.status() + "/" + of.then();
    }
}
