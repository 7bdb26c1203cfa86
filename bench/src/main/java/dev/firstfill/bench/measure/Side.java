package dev.firstfill.bench.measure;

/** One of two that do the same: ours, or the limit. */
public interface Side {

    /** As it stands in the table. */
    String name();

    /** Works for about so long. */
    Work work(int seconds) throws Exception;

    /**
     * What was done.
     *
     * @param figure what is compared, in the unit of the row
     * @param requests how many, for what each of them cost
     */
    record Work(double figure, double requests) {

        public static Work perSecond(double perSecond, double seconds) {
            return new Work(perSecond, perSecond * seconds);
        }
    }

    static Side of(String name, Doing doing) {
        return new Side() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Work work(int seconds) throws Exception {
                return doing.work(seconds);
            }
        };
    }

    interface Doing {
        Work work(int seconds) throws Exception;
    }
}
