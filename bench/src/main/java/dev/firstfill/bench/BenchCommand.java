package dev.firstfill.bench;

import dev.firstfill.bench.load.Children;
import dev.firstfill.bench.load.Tool;
import dev.firstfill.bench.measure.Machine;
import dev.firstfill.bench.measure.Report;
import dev.firstfill.bench.measure.Setting;
import dev.firstfill.bench.platform.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bin/bench}: measures, prints a table for each question, and keeps the figures in {@code bench/results}. */
@Command(
        name = "bin/bench",
        description = "What the same work costs at the limit, and how close we are.",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Measured, whatever the figures are.",
            "1:A benchmark failed; the message says why.",
            "2:The command was not understood.",
            "3:The machine was too noisy to conclude."
        })
final class BenchCommand implements Callable<Integer> {
    private static final int NOISY = 3;

    static final List<Benchmark> ALL = List.of(
            new PatientRead(),
            new PatientCreate(),
            new Flushing(),
            new SteadyRead(),
            new PhoneSearch(),
            new TrustCost(),
            new LedgerWork(),
            new Sealing(),
            new BlindIndex(),
            new Provisioning(),
            new CaseWork(),
            new HistoryImport(),
            new MigrationWave(),
            new TenantSweep(),
            new WarmUp(),
            new StartUp());

    @Parameters(paramLabel = "<name>", description = "Which to run; all without a name.")
    private List<String> names = List.of();

    @Option(names = "--list", description = "Lists them.")
    private boolean list;

    @Option(names = "--quick", description = "Only to see that it works: short turns, small data, no findings.")
    private boolean quick;

    @Option(names = "--pairs", paramLabel = "<n>", description = "Turns of each side; usually 5, which is the least.")
    private @Nullable Integer pairs;

    @Option(names = "--seconds", paramLabel = "<n>", description = "Length of a turn; usually 8.")
    private @Nullable Integer seconds;

    @Option(names = "--size", paramLabel = "<n>", description = "How many of what the benchmark fills in.")
    private @Nullable Integer size;

    @Option(
            names = "--java",
            paramLabel = "<flag>",
            description = "For the program under measurement; may be repeated.")
    private List<String> javaFlags = List.of();

    @Spec
    private CommandSpec spec;

    public static void main(String[] words) {
        System.exit(new CommandLine(new BenchCommand())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    tell(failure);
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(words));
    }

    @Override
    public Integer call() throws Exception {
        if (list) {
            ALL.forEach(benchmark -> System.out.printf("%-16s %s%n", benchmark.name(), benchmark.asks()));
            return 0;
        }
        var chosen = names.isEmpty() ? ALL : names.stream().map(this::named).toList();
        var setting = Setting.of(
                Path.of(System.getProperty("firstfill.root", "")).toAbsolutePath(),
                quick,
                optional(pairs),
                optional(seconds),
                optional(size),
                javaFlags);
        // Before an hour has been spent on those that need nothing.
        Tool.need(chosen.stream().flatMap(benchmark -> benchmark.tools().stream()));
        return chosen.size() == 1 ? alone(chosen.getFirst(), setting) : inTurn(chosen, setting);
    }

    /**
     * Each in a program of its own, on servers that begin empty: what one has filled in is no part of what the next one
     * measures, and one that fails does not keep the others from being measured.
     */
    private int inTurn(List<Benchmark> chosen, Setting setting) throws IOException, InterruptedException {
        var options = new ArrayList<>(spec.commandLine().getParseResult().originalArgs());
        options.removeAll(names);
        var codes = new TreeSet<Integer>();
        for (int place = 0; place < chosen.size(); place++) {
            var benchmark = chosen.get(place);
            setting.say("[%d/%d] %s", place + 1, chosen.size(), benchmark.name());
            var command = new ArrayList<>(options);
            command.addFirst(setting.root().resolve("bin/bench").toString());
            command.add(benchmark.name());
            codes.add(Children.start(new ProcessBuilder(command).inheritIO()).waitFor());
        }
        return codes.contains(CommandLine.ExitCode.SOFTWARE) ? CommandLine.ExitCode.SOFTWARE : codes.last();
    }

    private static int alone(Benchmark benchmark, Setting setting) throws Exception {
        setting.say("%s: %s", benchmark.name(), benchmark.asks());
        try (var platform = Platform.start(setting)) {
            var machine = Machine.here(setting.root(), platform.text("select version()"));
            var report = new Report(benchmark.name(), setting);
            try {
                benchmark.run(platform, report);
            } catch (IOException | SQLException | ExecutionException | RuntimeException failure) {
                report.finish(machine);
                System.err.println(benchmark.name() + " failed; what it found before is kept.");
                throw failure;
            }
            return report.finish(machine) ? CommandLine.ExitCode.OK : NOISY;
        }
    }

    private static void tell(Exception failure) {
        System.err.println(failure.getMessage() == null ? failure.toString() : failure.getMessage());
        if (System.getenv("FIRSTFILL_BENCH_TRACE") != null) {
            failure.printStackTrace();
        }
    }

    private Benchmark named(String name) {
        return ALL.stream()
                .filter(benchmark -> benchmark.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CommandLine.ParameterException(
                        spec.commandLine(), "There is no benchmark " + name + "; see --list."));
    }

    private static OptionalInt optional(@Nullable Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
