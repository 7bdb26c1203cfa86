import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Where every referral has to end, by what stands in it and what life had in store. */
final class Expectations {
    private static final Set<String> IN_THERAPY =
            Set.of("adherence-follow-up", "refill-due", "shipped", "fill-complete", "dispensing", "dispense-queued");

    private Expectations() {}

    static void check(List<Pharmacy> pharmacies) {
        var wrong = new ArrayList<String>();
        for (var pharmacy : pharmacies) {
            for (var referral : pharmacy.post) {
                if (referral.number.equals("037")) {
                    expect(wrong, referral, "duplicate", referral.state.equals("duplicate"), referral.state);
                } else {
                    check(wrong, pharmacy, referral);
                }
            }
        }
        if (!wrong.isEmpty()) {
            throw new DemoFailure("Not every referral has come where it should:\n" + String.join("\n", wrong));
        }
    }

    private static void check(List<String> wrong, Pharmacy pharmacy, Referral referral) {
        var now = pharmacy.as(Pharmacy.MANAGER).get("read " + referral, "/v1/cases/" + referral.caseId);
        var status = now.text("status");
        switch (referral.trait) {
            case UNREACHABLE -> expect(wrong, referral, "cancelled", status.equals("cancelled"), status);
            case OLD_ORDER -> expect(wrong, referral, "on-hold", status.equals("on-hold"), status);
            default -> expect(wrong, referral, "in therapy", IN_THERAPY.contains(status) && now.body().hasNonNull("firstShippedAt"), status);
        }
    }

    private static void expect(List<String> wrong, Referral referral, String wanted, boolean isSo, String found) {
        if (!isSo) {
            wrong.add("%s (referral %s): %s, not %s".formatted(referral, referral.number, found, wanted));
        }
    }
}
