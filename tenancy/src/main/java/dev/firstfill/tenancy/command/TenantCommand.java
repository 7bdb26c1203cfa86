package dev.firstfill.tenancy.command;

import dev.firstfill.tenancy.catalogue.Actor;
import dev.firstfill.tenancy.catalogue.NewTenant;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantEvent;
import dev.firstfill.tenancy.catalogue.TenantLimits;
import dev.firstfill.tenancy.catalogue.TenantState;
import dev.firstfill.tenancy.migration.Migrations;
import dev.firstfill.tenancy.migration.Migrator;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bin/tenant}: opens pharmacies, migrates them and takes them off the platform. */
@Command(
        name = "bin/tenant",
        synopsisSubcommandLabel = "COMMAND",
        description = "The life of pharmacies on the platform.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Done.",
            "1:Refused, or out of order; the message says why. Nothing was changed, unless it says so.",
            "2:The command was not understood.",
            "3:Some pharmacies could not be migrated; the others were."
        },
        footerHeading = "%nVariables:%n",
        footer = {
            "  FIRSTFILL_DB_HOST, _PORT, _NAME                the database with the catalogue",
            "  FIRSTFILL_DB_APP_PASSWORD, _CONTROL_, _OWNER_  of the three logins",
            "  FIRSTFILL_DB_TLS                               verify-full (the default) or disable",
            "  FIRSTFILL_DB_CA, FIRSTFILL_KEYCLOAK_CA         PEM; without them, whom Java trusts",
            "  FIRSTFILL_KEYCLOAK_URL                         or none, if people are kept elsewhere",
            "  FIRSTFILL_KEYCLOAK_REALM, _PROVISIONER_SECRET",
            "  FIRSTFILL_KEY, or FIRSTFILL_KEY_FILE           the key-encryption key",
            "Without FIRSTFILL_DB_HOST, the servers of a running bin/dev are used."
        })
public final class TenantCommand extends OperatorCommand {
    private final Actor actor = new Actor("bin/tenant by " + System.getProperty("user.name"));

    private TenantCommand(Map<String, String> environment, Migrations migrations) {
        super(new Settings(environment), migrations);
    }

    public static void main(String[] words) {
        System.exit(commandLine(System.getenv(), Migrations.ofTenants()).execute(words));
    }

    static CommandLine commandLine(Map<String, String> environment, Migrations migrations) {
        return new TenantCommand(environment, migrations).commandLine();
    }

    @Command(description = "Makes or updates the catalogue itself.")
    int init() {
        return atDesk(1, desk -> {
            await(desk.controlSchema().bringUpToDate());
            out().println("The catalogue is up to date.");
            return DONE;
        });
    }

    @Command(name = "new", description = "Opens a pharmacy.")
    int open(
            @Parameters(paramLabel = "<slug>", description = "Its short name: northgate") String slug,
            @Option(names = "--name", required = true, description = "\"Northgate Specialty Pharmacy\"") String name,
            @Option(names = "--time-zone", required = true, description = "America/Chicago") ZoneId timeZone,
            @Option(names = "--sandbox", description = "For trying things out; marked as such everywhere.")
                    boolean sandbox) {
        return atDesk(1, desk -> {
            var tenant = await(desk.tenancies().provision(new NewTenant(slug, name, timeZone, sandbox), actor));
            out().printf("%s is open: schema %s, organisation %s%n", slug, tenant.schema(), tenant.organisation());
            return DONE;
        });
    }

    @Command(description = "Lists the pharmacies.")
    int list(@Option(names = "--closed", description = "Also those that have left.") boolean closed) {
        return atDesk(1, desk -> {
            await(desk.tenants().all()).stream()
                    .filter(tenant -> closed || tenant.state() != TenantState.CLOSED)
                    .sorted(Comparator.comparing(Tenant::slug))
                    .forEach(tenant -> out().printf(
                                    "%-40s %-12s version %-4d node %-8s %s%s%n",
                                    tenant.slug(),
                                    tenant.state(),
                                    tenant.schemaVersion(),
                                    tenant.node(),
                                    tenant.name(),
                                    tenant.sandbox() ? " (sandbox)" : ""));
            return DONE;
        });
    }

    @Command(description = "Shows a pharmacy and all that was done to it.")
    int show(@Parameters(paramLabel = "<slug>") String slug) {
        return atDesk(1, desk -> {
            var tenant = await(desk.tenants().named(slug));
            out().printf("id            %s%n", tenant.id());
            out().printf("name          %s%n", tenant.name());
            out().printf("state         %s%n", tenant.state());
            out().printf("time zone     %s%n", tenant.timeZone());
            out().printf("sandbox       %s%n", tenant.sandbox() ? "yes" : "no");
            out().printf(
                            "node          %s, schema and role %s, version %d%n",
                            tenant.node(), tenant.schema(), tenant.schemaVersion());
            out().printf("organisation  %s%n", tenant.organisation());
            out().printf(
                            "limits        %d requests a minute, %d acts at once%n",
                            tenant.limits().requestsPerMinute(), tenant.limits().concurrentActs());
            await(desk.tenants().history(tenant.id())).forEach(this::print);
            return DONE;
        });
    }

    private void print(TenantEvent event) {
        out().printf(
                        "%s  %-18s %s %s%n",
                        event.at(), event.what(), event.actor(), event.details().encode());
    }

    @Command(description = "Stops serving a pharmacy; keeps everything.")
    int suspend(
            @Parameters(paramLabel = "<slug>") String slug,
            @Option(names = "--reason", required = true, description = "Kept in the catalogue's audit.")
                    String reason) {
        return atDesk(1, desk -> {
            await(desk.tenancies().suspend(slug, reason, actor));
            out().printf("%s is suspended. Every replica stops serving it within seconds.%n", slug);
            return DONE;
        });
    }

    @Command(description = "Serves a suspended pharmacy again.")
    int resume(@Parameters(paramLabel = "<slug>") String slug) {
        return atDesk(1, desk -> {
            await(desk.tenancies().resume(slug, actor));
            out().printf("%s is served again.%n", slug);
            return DONE;
        });
    }

    @Command(description = "Says how much of the platform a pharmacy may take.")
    int limits(
            @Parameters(paramLabel = "<slug>") String slug,
            @Option(
                            names = "--requests-per-minute",
                            paramLabel = "<n>",
                            required = true,
                            description = "Of each client, over all replicas: 60 to 1000000.")
                    int requestsPerMinute,
            @Option(
                            names = "--concurrent-acts",
                            paramLabel = "<n>",
                            required = true,
                            description = "In the database at once, on each replica: 1 to 1000.")
                    int concurrentActs) {
        return atDesk(1, desk -> {
            await(desk.tenancies().limit(slug, new TenantLimits(requestsPerMinute, concurrentActs), actor));
            out().printf(
                            "%s: %d requests a minute, %d acts at once. Every replica knows within seconds.%n",
                            slug, requestsPerMinute, concurrentActs);
            return DONE;
        });
    }

    @Command(description = "Exports everything a pharmacy has, then erases it. Cannot be undone.")
    int offboard(
            @Parameters(paramLabel = "<slug>") String slug,
            @Option(names = "--export-to", required = true, description = "A folder; the export gets one inside.")
                    Path exports,
            @Option(names = "--yes-erase", required = true, description = "The slug again, so that no slip erases.")
                    String confirmation) {
        if (!confirmation.equals(slug)) {
            err().printf("--yes-erase says '%s', not '%s'. Nothing was done.%n", confirmation, slug);
            return REFUSED;
        }
        return atDesk(2, desk -> {
            var left = desk.offboarding().offboard(slug, exports, actor).await().atMost(LONGEST_RUN);
            out().printf("%s has left. %d rows in %d files under %s%n", slug, left.rows(), left.files(), left.folder());
            out().printf("manifest.json has the SHA-256 %s%n", left.manifestSha256());
            return DONE;
        });
    }

    @Command(description = "Brings every pharmacy's schema up to date.")
    int migrate(
            @Option(names = "--dry-run", description = "Only says what would be done.") boolean dryRun,
            @Option(
                            names = "--workers",
                            paramLabel = "<n>",
                            defaultValue = "" + Migrator.USUAL_WORKERS,
                            description = "Pharmacies at a time, 1 to 32; usually ${DEFAULT-VALUE}.")
                    int workers) {
        if (workers < 1 || workers > 32) {
            err().println("--workers is a number from 1 to 32.");
            return CommandLine.ExitCode.USAGE;
        }
        return atDesk(workers, desk -> {
            var migrating = new Migrating(desk.migrator(), out(), err());
            return dryRun ? migrating.plan() : migrating.run(workers, actor);
        });
    }

    @Command(description = "Tells which versions the pharmacies' schemas are at.")
    int status() {
        return atDesk(1, desk -> {
            new Migrating(desk.migrator(), out(), err()).tellStatus();
            return DONE;
        });
    }

    @Command(description = "Sweeps what a crash has left of pharmacies in the making.")
    int repair() {
        return atDesk(1, desk -> {
            var repair = desk.repair();
            await(repair.sweep(actor)).forEach(tenant -> out().printf("%s: swept and closed%n", tenant.slug()));
            await(repair.interruptedOffboardings()).forEach(tenant -> out().printf(
                            "%s: its off-boarding was interrupted, or is under way; bin/tenant offboard goes"
                                    + " on with it%n",
                            tenant.slug()));
            out().println("Nothing else is left over.");
            return DONE;
        });
    }
}
