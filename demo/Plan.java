import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which referral arrives where and when, what life has in store for it, and when people work. Times are New York's. */
final class Plan {
    static final ZoneId ZONE = ZoneId.of("America/New_York");

    /** After the latest order was written (2026-11-19), within a year of the oldest one (2025-12-04). */
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 11, 20);

    /** By then all first fills are used up, and the first refills delivered. */
    static final LocalDate LAST_DAY = LocalDate.of(2027, 1, 8);

    static final Set<LocalDate> HOLIDAYS =
            Set.of(LocalDate.of(2026, 11, 26), LocalDate.of(2026, 12, 25), LocalDate.of(2027, 1, 1));

    /** In the first weeks most happens. */
    private static final LocalDate CALMER_FROM = LocalDate.of(2026, 12, 9);

    /** When a round through all desks begins. */
    private static final List<LocalTime> ROUNDS = List.of(LocalTime.of(8, 30), LocalTime.of(11, 30), LocalTime.of(14, 30));
    private static final List<LocalTime> CALM_ROUNDS = List.of(LocalTime.of(9, 30), LocalTime.of(14, 0));

    /** How long after the beginning of a round whose turn it is, in the order of {@link Shift}; work goes from desk to desk. */
    private static final List<Duration> TURNS = Stream.of(0, 15, 40, 55, 70, 95, 110, 125, 140).map(Duration::ofMinutes).toList();

    static final LocalDate RECALL_DAY = LocalDate.of(2026, 12, 3);

    /** When most cases are under way, and the boards are worth a look. */
    static final LocalDate BUSY_DAY = LocalDate.of(2026, 11, 25);

    /** By which day which referrals are sent, and at which times of the day; one comes when Friday is nearly over. */
    private static final Map<LocalDate, List<String>> POST = Map.of(
            FIRST_DAY, List.of("001 08:20", "002 08:40", "003 10:05", "004 10:50", "005 13:15", "006 15:10", "010 15:40", "007 17:40"),
            FIRST_DAY.plusDays(3), List.of("008 08:30", "009 08:45", "011 09:40", "012 10:20", "013 11:00", "014 13:30", "015 14:20", "016 15:55", "017 16:10", "018 17:15"),
            FIRST_DAY.plusDays(4), List.of("019 08:10", "020 08:55", "021 09:50", "022 10:40", "023 12:20", "024 13:05", "037 13:45", "025 14:30", "026 15:20", "027 16:40"),
            FIRST_DAY.plusDays(5), List.of("028 08:15", "029 09:10", "030 09:35", "031 10:15", "032 11:10", "033 12:45", "034 13:50", "035 14:40", "036 15:30"));

    private static final Map<String, Trait> TRAITS = Map.ofEntries(
            Map.entry("001", Trait.COPAY_CARD),
            Map.entry("003", Trait.NEEDS_PA),
            Map.entry("004", Trait.PA_DENIED),
            Map.entry("006", Trait.PA_ASKS),
            Map.entry("009", Trait.FOUNDATION),
            Map.entry("010", Trait.OLD_ORDER),
            Map.entry("012", Trait.NEEDS_PA),
            Map.entry("013", Trait.UNREACHABLE),
            Map.entry("016", Trait.VOICEMAIL),
            Map.entry("017", Trait.LOST_BOX),
            Map.entry("020", Trait.NOT_COVERED),
            Map.entry("021", Trait.CONCERN),
            Map.entry("023", Trait.NEEDS_PA),
            Map.entry("027", Trait.PA_ASKS),
            Map.entry("029", Trait.PA_LATE),
            Map.entry("030", Trait.NEEDS_PA),
            Map.entry("033", Trait.NEEDS_PA),
            Map.entry("036", Trait.VOICEMAIL));

    private static final Map<Instant, Integer> TURNS_OF_ALL_DAYS = turns();

    private Plan() {}

    /** Odd ones go to Northgate, even ones to Southbank; the second copy goes where the first one went. */
    static boolean isForNorthgate(String number) {
        return !number.equals("037") && Integer.parseInt(number) % 2 == 1;
    }

    static List<Referral> post(Path folder) {
        var all = new ArrayList<Referral>();
        POST.forEach((day, sent) -> sent.forEach(line -> {
            var words = line.split(" ");
            all.add(new Referral(
                    folder,
                    words[0],
                    day.atTime(LocalTime.parse(words[1])).atZone(ZONE).toInstant(),
                    TRAITS.getOrDefault(words[0], Trait.ORDINARY)));
        }));
        return all;
    }

    static boolean isBusinessDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !HOLIDAYS.contains(day);
    }

    static LocalDate businessDayAfter(LocalDate day) {
        return day.plusDays(1).datesUntil(day.plusDays(10)).filter(Plan::isBusinessDay).findFirst().orElseThrow();
    }

    /** When something happens: a referral is sent, or it is somebody's turn. */
    static List<Instant> moments(List<Referral> post) {
        return Stream.concat(post.stream().map(referral -> referral.sentAt), TURNS_OF_ALL_DAYS.keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Whose turn it is; empty when it is nobody's. */
    static Optional<Integer> turn(Instant moment) {
        return Optional.ofNullable(TURNS_OF_ALL_DAYS.get(moment));
    }

    private static Map<Instant, Integer> turns() {
        var turns = new HashMap<Instant, Integer>();
        FIRST_DAY.datesUntil(LAST_DAY.plusDays(1)).filter(Plan::isBusinessDay).forEach(day -> {
            for (var time : day.isBefore(CALMER_FROM) ? ROUNDS : CALM_ROUNDS) {
                for (int turn = 0; turn < TURNS.size(); turn++) {
                    turns.put(day.atTime(time).atZone(ZONE).toInstant().plus(TURNS.get(turn)), turn);
                }
            }
        });
        return turns;
    }
}
