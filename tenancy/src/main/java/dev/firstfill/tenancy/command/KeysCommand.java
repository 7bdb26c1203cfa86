package dev.firstfill.tenancy.command;

import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantState;
import dev.firstfill.tenancy.migration.Migrations;
import dev.firstfill.tenancy.sealing.KeyRotation;
import dev.firstfill.tenancy.sealing.KeyRotation.Progress;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code bin/keys}: gives pharmacies new keys, and their keys a new key-encryption key. */
@Command(
        name = "bin/keys",
        synopsisSubcommandLabel = "COMMAND",
        description = "The keys of pharmacies. See docs/keys.md.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Done.",
            "1:Refused, or out of order; the message says why.",
            "2:The command was not understood.",
            "3:It did not work for some pharmacies; for the others it did."
        },
        footerHeading = "%nVariables:%n",
        footer = {
            "  FIRSTFILL_DB_HOST, _PORT, _NAME                the database with the catalogue",
            "  FIRSTFILL_DB_APP_PASSWORD, _CONTROL_, _OWNER_  of the three logins",
            "  FIRSTFILL_KEY, FIRSTFILL_KEY_PREVIOUS          the key-encryption keys of now and before",
            "Without FIRSTFILL_DB_HOST, the servers of a running bin/dev are used."
        })
public final class KeysCommand {
    private final Settings settings;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Shows this.")
    private boolean help;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private KeysCommand(Settings settings) {
        this.settings = settings;
    }

    public static void main(String[] words) {
        System.exit(commandLine(System.getenv()).execute(words));
    }

    static CommandLine commandLine(Map<String, String> environment) {
        return new CommandLine(new KeysCommand(new Settings(environment)))
                .setExecutionExceptionHandler((failure, line, parsed) -> TenantCommand.explain(failure, line.getErr()));
    }

    @Command(
            description = "Gives a pharmacy a new sealing key and takes the old one away, while it is served. May be"
                    + " killed and said again: it goes on where it was.")
    int rotate(
            @Parameters(paramLabel = "<pharmacy>", arity = "0..1", description = "Its short name: northgate") @Nullable
                    String slug,
            @Option(names = "--all", description = "One after the other.") boolean all) {
        return forEach(slug, all, (rotation, tenant) -> {
            rotation.rotate(tenant, this::tell).await().atMost(TenantCommand.LONGEST_RUN);
            out().printf("%s: rotated%n", tenant.slug());
        });
    }

    private void tell(Progress progress) {
        switch (progress) {
            case Progress.Entered entered ->
                out().printf(
                                "%s: %s, goes on in %d s%n",
                                entered.tenant().slug(),
                                entered.phase(),
                                Math.max(0, entered.settlesIn().toSeconds()));
            case Progress.Resealed resealed ->
                out().printf("%s: %s: %d sealed anew%n", resealed.tenant().slug(), resealed.column(), resealed.rows());
        }
        out().flush();
    }

    @Command(description = "Encrypts all pharmacies' keys with the key-encryption key of now (FIRSTFILL_KEY).")
    int rewrap() {
        return forEach(null, true, (rotation, tenant) -> {
            rotation.rewrap(tenant).await().atMost(TenantCommand.LONGEST_STEP);
            out().printf("%s: rewrapped%n", tenant.slug());
        });
    }

    @Command(description = "Tells which keys pharmacies have and how far rotations have come.")
    int status() {
        return forEach(null, true, (rotation, tenant) -> {
            var status = rotation.status(tenant).await().atMost(TenantCommand.LONGEST_STEP);
            out().printf(
                            "%-40s %-10s sealing keys %-2d ledger keys %-2d under older keys %d%n",
                            tenant.slug(),
                            status.phase().orElse("at rest"),
                            status.sealingKeys(),
                            status.ledgerKeys(),
                            status.underOlderKeys());
        });
    }

    private interface Work {
        void on(KeyRotation rotation, Tenant tenant);
    }

    private int forEach(@Nullable String slug, boolean all, Work work) {
        if (all == (slug != null)) {
            err().println("Name one pharmacy, or say --all.");
            return CommandLine.ExitCode.USAGE;
        }
        return atDesk(desk -> {
            var rotation = desk.keyRotation();
            int failed = 0;
            for (var tenant : chosen(desk, slug)) {
                try {
                    work.on(rotation, tenant);
                } catch (RuntimeException failure) {
                    if (slug != null) {
                        throw failure;
                    }
                    err().printf("%s: %s%n", tenant.slug(), failure.getMessage());
                    failed++;
                }
            }
            return failed == 0 ? TenantCommand.DONE : TenantCommand.SOME_FAILED;
        });
    }

    private static List<Tenant> chosen(Desk desk, @Nullable String slug) {
        return slug != null
                ? List.of(desk.tenants().named(slug).await().atMost(TenantCommand.LONGEST_STEP))
                : desk.tenants().all().await().atMost(TenantCommand.LONGEST_STEP).stream()
                        .filter(tenant ->
                                tenant.state() == TenantState.ACTIVE || tenant.state() == TenantState.SUSPENDED)
                        .sorted(Comparator.comparing(Tenant::slug))
                        .toList();
    }

    private int atDesk(ToIntFunction<Desk> work) {
        // A rotation holds one connection as owner for its lock.
        try (var desk = new Desk(settings, Migrations.ofTenants(), 2)) {
            return work.applyAsInt(desk);
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
