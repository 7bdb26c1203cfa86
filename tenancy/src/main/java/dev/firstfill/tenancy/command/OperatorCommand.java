package dev.firstfill.tenancy.command;

import dev.firstfill.kernel.Refusal;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantState;
import dev.firstfill.tenancy.migration.Migrations;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What the operator's commands share: help, what is said when it did not work, and which pharmacies are meant. */
abstract class OperatorCommand {
    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int SOME_FAILED = 3;

    /** Provisioning with a cold Keycloak and all retries takes less. */
    static final Duration LONGEST_STEP = Duration.ofMinutes(2);

    /** An export of a large pharmacy, or a migration of all: hours, but not for ever. */
    static final Duration LONGEST_RUN = Duration.ofHours(12);

    static final Set<TenantState> OPEN = Set.of(TenantState.ACTIVE, TenantState.SUSPENDED);

    private static final String UNDEFINED_TABLE = "42P01";

    private final Settings settings;
    private final Migrations migrations;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Shows this.")
    private boolean help;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    OperatorCommand(Settings settings, Migrations migrations) {
        this.settings = settings;
        this.migrations = migrations;
    }

    CommandLine commandLine() {
        return new CommandLine(this)
                .setExecutionExceptionHandler((failure, line, parsed) -> explain(failure, line.getErr()));
    }

    private static int explain(Exception failure, PrintWriter err) {
        err.println(
                switch (failure) {
                    case Refusal refusal -> refusal.getMessage();
                    case Settings.SettingMissing missing -> missing.getMessage();
                    case PgException fault
                    when UNDEFINED_TABLE.equals(fault.getSqlState()) ->
                        "The catalogue is not there, or not up to date: bin/tenant init. " + fault.getMessage();
                    case Exception fault -> "That did not work: " + fault;
                });
        return REFUSED;
    }

    /** Which pharmacies. */
    static final class Which {
        @Parameters(paramLabel = "<slug>", description = "The pharmacy: northgate")
        @Nullable
        String slug;

        @Option(names = "--all", description = "All pharmacies, one after the other.")
        boolean all;

        static Which all() {
            var which = new Which();
            which.all = true;
            return which;
        }
    }

    /** @param among of all, those in one of these states; one that was named is meant in any */
    static List<Tenant> chosen(Desk desk, Which which, Set<TenantState> among) {
        if (which.slug != null) {
            return List.of(await(desk.tenants().named(which.slug)));
        }
        return await(desk.tenants().all()).stream()
                .filter(tenant -> among.contains(tenant.state()))
                .sorted(Comparator.comparing(Tenant::slug))
                .toList();
    }

    /** Of several, one where it does not work does not stop the others. */
    int forEach(Desk desk, Which which, Consumer<Tenant> work) {
        int failed = 0;
        for (var tenant : chosen(desk, which, OPEN)) {
            try {
                work.accept(tenant);
            } catch (RuntimeException failure) {
                if (!which.all) {
                    throw failure;
                }
                err().printf("%s: %s%n", tenant.slug(), failure.getMessage());
                failed++;
            }
        }
        return failed == 0 ? DONE : SOME_FAILED;
    }

    /** @param workers how many connections as the owner of the schemas the work may need */
    int atDesk(int workers, ToIntFunction<Desk> work) {
        try (var desk = new Desk(settings, migrations, workers)) {
            return work.applyAsInt(desk);
        }
    }

    static <T> T await(Uni<T> step) {
        return step.await().atMost(LONGEST_STEP);
    }

    Settings settings() {
        return settings;
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
