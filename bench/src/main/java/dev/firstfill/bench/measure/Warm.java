package dev.firstfill.bench.measure;

/**
 * When a program is warm: on two cores Java compiles for a minute and longer, and what is measured meanwhile is the
 * compiler.
 */
public final class Warm {
    private static final int TURNS_MAX = 18;
    private static final int QUICK_TURNS = 2;

    private Warm() {}

    /** Works until it does hardly more than before, three minutes at most. */
    public static void up(Setting setting, Side side) throws Exception {
        var plateau = new Plateau();
        for (int turn = 1; turn <= (setting.quick() ? QUICK_TURNS : TURNS_MAX); turn++) {
            double reached = side.work(setting.warmUpSeconds() / 2).figure();
            setting.say("  warming up, %s: %,.1f/s", side.name(), reached);
            if (plateau.isReachedBy(reached)) {
                return;
            }
        }
    }

    /** A single turn may be a bad one; two in a row that bring nothing are an end. */
    static final class Plateau {
        private static final double MORE = 1.03;
        private static final int IN_A_ROW = 2;

        private double best;
        private int withoutMore;

        boolean isReachedBy(double figure) {
            withoutMore = figure > best * MORE ? 0 : withoutMore + 1;
            best = Math.max(best, figure);
            return withoutMore >= IN_A_ROW;
        }
    }
}
