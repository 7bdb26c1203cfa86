package dev.firstfill.bench.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What one benchmark has found so far: a table at its end, and a file to compare with. */
public final class Report {
    private final String name;
    private final Setting setting;
    private final List<Finding> findings = new ArrayList<>();

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
        findings.add(new Finding.Ratio(what, unit, comparison, promise));
        return comparison;
    }

    public void add(Finding finding) {
        findings.add(finding);
    }

    public void fact(String what, double figure, String unit, Promise promise, String note) {
        findings.add(new Finding.Fact(what, figure, unit, promise, note));
    }

    /** Prints the table, keeps the file, and says whether every figure concludes something. */
    public boolean finish(Machine machine) throws IOException {
        new Table(System.out).print(name, findings, setting.quick());
        var file = new ResultFile(setting.root().resolve("bench/results")).keep(name, setting, machine, findings);
        System.out.printf("%nKept in %s%n", setting.root().relativize(file));
        return findings.stream().allMatch(finding -> finding.doubt().isEmpty());
    }
}
