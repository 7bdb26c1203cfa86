package dev.firstfill.tenancy.command;

import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.migration.Migrations;
import dev.firstfill.tenancy.outbox.Outbox;
import dev.firstfill.tenancy.outbox.UndeliveredEvent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bin/events}: shows the events that their receiver did not take, and sends them again. */
@Command(
        name = "bin/events",
        synopsisSubcommandLabel = "COMMAND",
        description = "Events that their receiver did not take. See docs/events.md.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Done.",
            "1:Refused, or out of order; the message says why. Nothing was changed, unless it says so.",
            "2:The command was not understood.",
            "3:It did not work for some pharmacies; for the others it did."
        },
        footerHeading = "%nVariables:%n",
        footer = {
            "  FIRSTFILL_DB_HOST, _PORT, _NAME            the database with the catalogue",
            "  FIRSTFILL_DB_APP_PASSWORD, _CONTROL_       of the two logins",
            "Without FIRSTFILL_DB_HOST, the servers of a running bin/dev are used."
        })
public final class EventsCommand extends OperatorCommand {
    static final int PAGE = 100;

    /** What is put back at once, and holds its rows for as long. */
    static final int BATCH = 500;

    private EventsCommand(Map<String, String> environment) {
        super(new Settings(environment), Migrations.ofTenants());
    }

    public static void main(String[] words) {
        System.exit(commandLine(System.getenv()).execute(words));
    }

    static CommandLine commandLine(Map<String, String> environment) {
        return new EventsCommand(environment).commandLine();
    }

    @Command(description = "Lists what was told in vain at least once: parked, or still being tried.")
    int parked(@ArgGroup(multiplicity = "1") Which which) {
        return atDesk(1, desk -> {
            var outbox = desk.outbox();
            return forEach(desk, which, tenant -> list(outbox, tenant));
        });
    }

    private void list(Outbox outbox, Tenant tenant) {
        long last = 0;
        List<UndeliveredEvent> page;
        do {
            page = await(outbox.undelivered(tenant, last, PAGE));
            page.forEach(event -> tell(tenant, event));
            last = page.isEmpty() ? last : page.get(page.size() - 1).event().seq();
        } while (page.size() == PAGE);
        out().flush();
    }

    private void tell(Tenant tenant, UndeliveredEvent undelivered) {
        var event = undelivered.event();
        out().printf(
                        "%s: %s %s %s/%s, %d attempts, %s, %s%n",
                        tenant.slug(),
                        event.id(),
                        event.type(),
                        event.subject(),
                        event.subjectId(),
                        event.attempts(),
                        Objects.requireNonNullElse(undelivered.failure(), "no answer yet"),
                        undelivered.parked() ? "parked" : "due " + undelivered.due());
    }

    @Command(
            description =
                    "Puts parked events back among those that wait. A running relay finds them within five minutes,"
                            + " or with the pharmacy's next event.")
    int resend(
            @Parameters(index = "0", paramLabel = "<slug>", description = "The pharmacy: northgate") String slug,
            @Parameters(index = "1", arity = "0..1", paramLabel = "<event-id>", description = "The one of this id.")
                    @Nullable
                    UUID id,
            @Option(names = "--all", description = "All that are parked.") boolean all) {
        if (all == (id != null)) {
            err().println("Name one event, or say --all.");
            return CommandLine.ExitCode.USAGE;
        }
        return atDesk(1, desk -> {
            var tenant = await(desk.tenants().named(slug));
            return id == null ? resendAll(desk.outbox(), tenant) : resend(desk.outbox(), tenant, id);
        });
    }

    private int resend(Outbox outbox, Tenant tenant, UUID id) {
        if (!await(outbox.sendAgain(tenant, id))) {
            err().printf("%1$s has no parked event %2$s: see bin/events parked %1$s.%n", tenant.slug(), id);
            return REFUSED;
        }
        out().printf("%s: %s is sent again.%n", tenant.slug(), id);
        return DONE;
    }

    private int resendAll(Outbox outbox, Tenant tenant) {
        int all = 0;
        int batch;
        do {
            batch = await(outbox.sendAllAgain(tenant, BATCH));
            all += batch;
        } while (batch == BATCH);
        out().printf("%s: %d parked events are sent again.%n", tenant.slug(), all);
        return DONE;
    }
}
