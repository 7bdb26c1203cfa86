package dev.firstfill.tenancy.command;

import dev.firstfill.tenancy.audit.CheckpointFolder;
import dev.firstfill.tenancy.audit.NotaryKey;
import dev.firstfill.tenancy.audit.VerificationResult;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantState;
import dev.firstfill.tenancy.migration.Migrations;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bin/audit}: checks that nobody has changed the pharmacies' audit ledgers. */
@Command(
        name = "bin/audit",
        synopsisSubcommandLabel = "COMMAND",
        description = "The pharmacies' audit ledgers.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Done; every ledger that was checked is in order.",
            "1:Out of order; the message says why. Nothing was found out.",
            "2:The command was not understood.",
            "3:Somebody has changed a ledger or its checkpoints; the lines say where."
        },
        footerHeading = "%nVariables:%n",
        footer = {
            "  FIRSTFILL_DB_HOST, _PORT, _NAME            the database with the catalogue",
            "  FIRSTFILL_DB_APP_PASSWORD, _CONTROL_       of the two logins",
            "  FIRSTFILL_CHECKPOINTS                      the folder with the signed checkpoints",
            "  FIRSTFILL_KEY_FILE, FIRSTFILL_SIGNING_KEY_FILE   for bin/audit key only",
            "Without FIRSTFILL_DB_HOST, the servers of a running bin/dev are used."
        })
public final class AuditCommand extends OperatorCommand {
    static final int CHANGED = 3;

    /** Whatever has a ledger, as long as it has one. */
    private static final Set<TenantState> WITH_LEDGER =
            Set.of(TenantState.ACTIVE, TenantState.SUSPENDED, TenantState.OFFBOARDING);

    private AuditCommand(Map<String, String> environment) {
        super(new Settings(environment), Migrations.ofTenants());
    }

    public static void main(String[] words) {
        System.exit(commandLine(System.getenv()).execute(words));
    }

    static CommandLine commandLine(Map<String, String> environment) {
        return new AuditCommand(environment).commandLine();
    }

    @Command(description = "Reckons the hash of every record anew and compares with the signed checkpoints.")
    int verify(
            @ArgGroup(multiplicity = "1") Which which,
            @Option(
                            names = "--public-keys",
                            paramLabel = "<file>",
                            description = "Your own copy of the notary's public keys; usually those in the folder of"
                                    + " checkpoints.")
                    @Nullable
                    Path publicKeys) {
        var folder = settings().checkpoints();
        var signatures = publicKeys == null ? folder.published() : CheckpointFolder.published(publicKeys);
        return atDesk(1, desk -> {
            var verifier = desk.verifier(folder, signatures);
            boolean inOrder = true;
            for (var tenant : chosen(desk, which, WITH_LEDGER)) {
                var lines = new VerificationLines(out(), Boolean.getBoolean("firstfill.terminal"), tenant.slug());
                inOrder &= tell(tenant, verifier.verify(tenant, lines::tell));
            }
            return inOrder ? DONE : CHANGED;
        });
    }

    private boolean tell(Tenant tenant, VerificationResult result) {
        var progress = result.progress();
        out().printf(
                        "%s: %s; %d records, %d checkpoints up to record %d; %.0f records and %.1f MB per second%n",
                        tenant.slug(),
                        result.isInOrder() ? "in order" : "CHANGED",
                        result.records(),
                        result.checkpoints(),
                        result.signedUpTo(),
                        progress.perSecond(),
                        progress.megabytesPerSecond());
        result.findings().forEach(finding -> out().printf("  %s%n", finding));
        if (result.findingsLeftOut() > 0) {
            out().printf("  and %d more%n", result.findingsLeftOut());
        }
        return result.isInOrder();
    }

    @Command(
            description = "Makes the key that signs checkpoints, if there is none, publishes its public half, and wraps"
                    + " it with the present key-encryption key.")
    int key() {
        var file = settings().notaryKeyFile();
        var keyEncryption = settings().keys();
        var key = NotaryKey.openOrCreate(file, keyEncryption);
        key.wrapAnew(file, keyEncryption);
        settings().checkpoints().publish(key);
        out().println("The notary's public keys are in the folder of checkpoints. Keep a copy of them elsewhere.");
        return DONE;
    }
}
