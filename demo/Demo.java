import dev.firstfill.local.Tokens;
import dev.firstfill.local.example.ExamplePharmacy;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** {@code bin/demo}: weeks in two pharmacies, from referral to refill, through the public API. */
public final class Demo {
    private final Path folder;
    private final List<Shift> shifts;

    private Demo(Path root, String api, String payer, String keycloak) {
        folder = root.resolve("examples");
        // People and clients log in by themselves: no secret of the platform's is needed.
        var tokens = new Tokens(keycloak, "firstfill", "", "");
        var post = Plan.post(folder.resolve("referrals"));
        shifts = ExamplePharmacy.ALL.stream()
                .map(example -> new Pharmacy(
                        example,
                        api,
                        payer,
                        tokens,
                        post.stream()
                                .filter(referral -> Plan.isForNorthgate(referral.number)
                                        == example.equals(ExamplePharmacy.NORTHGATE))
                                .toList()))
                .map(Shift::new)
                .toList();
    }

    public static void main(String[] words) {
        try {
            new Demo(Path.of(words[0]), words[1], words[2], words[3]).run();
        } catch (DemoFailure failure) {
            System.out.flush();
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }

    private void run() {
        long begun = System.nanoTime();
        for (var shift : shifts) {
            shift.refuseIfItWasHereBefore();
        }
        shifts.forEach(shift -> shift.prepare(folder.resolve("formulary.ndjson")));
        LocalDate day = Plan.FIRST_DAY;
        for (var moment : Plan.moments(shifts.stream().flatMap(shift -> shift.pharmacy.post.stream()).toList())) {
            var today = LocalDate.ofInstant(moment, Plan.ZONE);
            if (!today.equals(day)) {
                closeDay(day);
                day = today;
            }
            live(moment);
        }
        closeDay(day);
        var pharmacies = shifts.stream().map(shift -> shift.pharmacy).toList();
        new Report(pharmacies).print();
        Expectations.check(pharmacies);
        System.out.printf("%nEvery referral has come where it should. %d days in %d seconds.%n",
                Plan.FIRST_DAY.until(Plan.LAST_DAY, ChronoUnit.DAYS) + 1,
                (System.nanoTime() - begun) / 1_000_000_000);
    }

    private void live(Instant moment) {
        shifts.forEach(shift -> shift.live(moment));
    }

    private void closeDay(LocalDate day) {
        shifts.forEach(shift -> shift.pharmacy.diary.closeDay(day));
        if (day.equals(Plan.BUSY_DAY)) {
            shifts.forEach(shift -> Report.board(shift.pharmacy));
            System.out.println();
        }
    }
}
