package dev.firstfill.bench.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What one benchmark has found so far: a table at its end, and a file to compare with. */
public final class Report {
    /** What follows another figure sooner was found together with it. */
    private static final double WORTH_METERING_SECONDS = 1;

    private final String name;
    private final Setting setting;
    private final List<Finding> findings = new ArrayList<>();
    private Meter meter = Meter.begin();
    private double others;

    public Report(String name, Setting setting) {
        this.name = name;
        this.setting = setting;
    }

    /** Measures both sides in turns. */
    public Comparison compare(String what, String unit, Side ours, Side limit, Promise promise) throws Exception {
        return compare(setting, what, unit, ours, limit, promise);
    }

    /** The same in turns of another length. */
    public Comparison compare(Setting turns, String what, String unit, Side ours, Side limit, Promise promise)
            throws Exception {
        setting.say("%s: %s beside %s", what, ours.name(), limit.name());
        var comparison = Comparison.alternate(turns, ours, limit);
        others = comparison.others();
        add(new Finding.Ratio(what, unit, comparison, promise));
        return comparison;
    }

    /** A time or a rate that stands for itself; what others used of the machine while it was found casts doubt on it. */
    public void fact(String what, double figure, String unit, Promise promise, String note) {
        var usage = meter.end();
        if (usage.seconds() >= WORTH_METERING_SECONDS) {
            others = usage.others();
        }
        add(new Finding.Fact(what, figure, unit, promise, note, others));
    }

    /** What noise does not change. */
    public void count(String what, double figure, String unit, Promise promise, String note) {
        add(new Finding.Fact(what, figure, unit, promise, note, 0));
    }

    public void missing(String what, Promise promise, String why) {
        add(new Finding.Missing(what, promise, why));
    }

    private void add(Finding finding) {
        findings.add(finding);
        meter = Meter.begin();
    }

    /** Prints the table, keeps the file if there is anything to keep, and says whether every figure concludes something. */
    public boolean finish(Machine machine) throws IOException {
        if (findings.isEmpty()) {
            return true;
        }
        new Table(System.out).print(name, findings, setting.quick());
        var file = new ResultFile(setting.root().resolve("bench/results")).keep(name, setting, machine, findings);
        System.out.printf("%nKept in %s%n", setting.root().relativize(file));
        return findings.stream().allMatch(finding -> finding.doubt().isEmpty());
    }
}
