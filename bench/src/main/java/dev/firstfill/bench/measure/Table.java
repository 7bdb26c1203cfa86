package dev.firstfill.bench.measure;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The one form in which all figures are printed. */
final class Table {
    private static final String LINE = "%-46s %14s %14s   %-22s %-14s %-9s %s%n";

    private final PrintStream out;

    Table(PrintStream out) {
        this.out = out;
    }

    void print(String title, List<Finding> findings, boolean quick) {
        out.printf(Locale.ROOT, "%n%s%s%n", title, quick ? " (quick: to see that it works, no finding)" : "");
        out.printf(LINE, "", "limit", "ours", "ratio (min–max)", "promised", "", "load, others");
        findings.forEach(finding -> {
            switch (finding) {
                case Finding.Ratio ratio -> print(ratio);
                case Finding.Fact fact -> print(fact);
                case Finding.Missing missing ->
                    out.printf(LINE, missing.what(), "", "", "none", missing.promise(), "", missing.why());
            }
        });
    }

    private void print(Finding.Ratio row) {
        var comparison = row.comparison();
        var ratio = comparison.ratio();
        out.printf(
                LINE,
                row.what(),
                Numbers.text(comparison.limitFigure().median()) + row.unit(),
                Numbers.text(comparison.oursFigure().median()) + row.unit(),
                row.doubt().isPresent()
                        ? "none"
                        : "%s (%s–%s)"
                                .formatted(
                                        Numbers.text(ratio.median()),
                                        Numbers.text(ratio.min()),
                                        Numbers.text(ratio.max())),
                row.promise(),
                verdict(row),
                String.format(Locale.ROOT, "%.1f, %.0f %%", comparison.load(), comparison.others() * 100));
        row.doubt().ifPresent(why -> out.printf("    %s%n", why));
        cpu(comparison.ours(), comparison.oursCpu());
        cpu(comparison.limit(), comparison.limitCpu());
    }

    private void print(Finding.Fact row) {
        boolean doubted = row.doubt().isPresent();
        var figure = doubted ? "none" : Numbers.text(row.figure()) + row.unit();
        out.printf(
                LINE,
                row.what(),
                "",
                figure,
                "",
                row.promise(),
                verdict(row),
                row.doubt().orElse(row.note()));
    }

    private void cpu(String side, Map<String, Double> micros) {
        if (!micros.isEmpty()) {
            var each = micros.entrySet().stream()
                    .map(process -> process.getKey() + " " + Numbers.text(process.getValue()))
                    .collect(Collectors.joining(", "));
            out.printf("    %-42s %s%n", "CPU µs a request, " + side, each);
        }
    }

    private static String verdict(Finding finding) {
        if (finding.doubt().isPresent() || finding.promise() instanceof Promise.None) {
            return "";
        }
        return finding.isKept() ? "kept" : "MISSED";
    }
}
