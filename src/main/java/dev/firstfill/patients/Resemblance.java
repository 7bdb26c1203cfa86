package dev.firstfill.patients;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether two descriptions are of one person. The rules stand in docs/referrals.md with their reasons; here they are in
 * the same order. Symmetric, and never certain of two birth dates.
 */
enum Resemblance {
    /** Nobody need look at it. */
    CERTAIN,
    /** Only a person can tell: twins, a marriage, a slip of the pen. */
    DOUBTFUL,
    DIFFERENT;

    static Resemblance of(Likeness one, Likeness other) {
        boolean sameBirth = one.birthDate().equals(other.birthDate());
        boolean sameFamily = share(one.families(), other.families());
        boolean sameGiven = one.given().equals(other.given());
        boolean shared = share(one.memberships(), other.memberships())
                || share(one.phones(), other.phones())
                || share(one.addresses(), other.addresses());
        if (sameBirth && sameFamily && sameGiven && shared && !contradict(one, other)) {
            return CERTAIN;
        }
        boolean alikeGiven = sameGiven || Slip.isAlike(one.given(), other.given());
        boolean alikeFamily = sameFamily || similarFamily(one, other);
        if (sameBirth && (shared || sameGiven || alikeFamily && alikeGiven)) {
            return DOUBTFUL;
        }
        boolean nearBirth = isNear(one.birthDate(), other.birthDate());
        boolean sameName = alikeFamily && alikeGiven;
        return sameName && (nearBirth || shared) ? DOUBTFUL : DIFFERENT;
    }

    /** What two records of one person do not differ in, unless one of them is wrong. */
    private static boolean contradict(Likeness one, Likeness other) {
        return bothSaid(one.sex(), other.sex()) && one.sex() != other.sex()
                || one.suffix() != null
                        && other.suffix() != null
                        && !one.suffix().equals(other.suffix())
                || one.middle() != null && other.middle() != null && !Slip.isAlike(one.middle(), other.middle());
    }

    private static boolean bothSaid(@Nullable Object one, @Nullable Object other) {
        return one != null && other != null;
    }

    private static boolean similarFamily(Likeness one, Likeness other) {
        return share(one.familyWords(), other.familyWords())
                || one.families().stream().anyMatch(family -> other.families().stream()
                        .anyMatch(another -> Slip.isAlike(family, another)));
    }

    private static boolean share(Set<?> one, Set<?> other) {
        return !Collections.disjoint(one, other);
    }

    /** Day and month changed places, or one digit of eight is another. */
    private static boolean isNear(LocalDate one, LocalDate other) {
        boolean swapped = one.getYear() == other.getYear()
                && one.getMonthValue() == other.getDayOfMonth()
                && one.getDayOfMonth() == other.getMonthValue();
        var digits = one.toString();
        var others = other.toString();
        int different = 0;
        for (int i = 0; i < Math.min(digits.length(), others.length()); i++) {
            different += digits.charAt(i) == others.charAt(i) ? 0 : 1;
        }
        return swapped || different <= 1;
    }
}
