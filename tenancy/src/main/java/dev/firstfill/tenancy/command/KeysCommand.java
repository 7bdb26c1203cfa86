package dev.firstfill.tenancy.command;

import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.migration.Migrations;
import dev.firstfill.tenancy.sealing.KeyRotation;
import dev.firstfill.tenancy.sealing.KeyRotation.Progress;
import java.util.Map;
import java.util.function.BiConsumer;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;

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
public final class KeysCommand extends OperatorCommand {
    /** A rotation holds one connection as owner for its lock. */
    private static final int WORKERS = 2;

    private KeysCommand(Map<String, String> environment) {
        super(new Settings(environment), Migrations.ofTenants());
    }

    public static void main(String[] words) {
        System.exit(commandLine(System.getenv()).execute(words));
    }

    static CommandLine commandLine(Map<String, String> environment) {
        return new KeysCommand(environment).commandLine();
    }

    @Command(
            description = "Gives a pharmacy a new sealing key and takes the old one away, while it is served. May be"
                    + " killed and said again: it goes on where it was.")
    int rotate(@ArgGroup(multiplicity = "1") Which which) {
        return forEach(which, (rotation, tenant) -> {
            rotation.rotate(tenant, this::tell).await().atMost(LONGEST_RUN);
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
        return forEach(Which.all(), (rotation, tenant) -> {
            await(rotation.rewrap(tenant));
            out().printf("%s: rewrapped%n", tenant.slug());
        });
    }

    @Command(description = "Tells which keys pharmacies have and how far rotations have come.")
    int status() {
        return forEach(Which.all(), (rotation, tenant) -> {
            var status = await(rotation.status(tenant));
            out().printf(
                            "%-40s %-10s sealing keys %-2d ledger keys %-2d under older keys %d%n",
                            tenant.slug(),
                            status.phase().orElse("at rest"),
                            status.sealingKeys(),
                            status.ledgerKeys(),
                            status.underOlderKeys());
        });
    }

    private int forEach(Which which, BiConsumer<KeyRotation, Tenant> work) {
        return atDesk(WORKERS, desk -> {
            var rotation = desk.keyRotation();
            return forEach(desk, which, tenant -> work.accept(rotation, tenant));
        });
    }
}
