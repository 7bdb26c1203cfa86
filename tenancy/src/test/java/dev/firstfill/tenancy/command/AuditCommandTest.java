package dev.firstfill.tenancy.command;

import static dev.firstfill.tenancy.OnePlatform.northgate;
import static dev.firstfill.tenancy.OnePlatform.southbank;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.tenancy.audit.WorkedIn;
import dev.firstfill.tenancy.catalogue.Tenant;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AuditCommandTest {
    private final WorkedIn pharmacies = new WorkedIn();
    private final Tenant northgate = pharmacies.pharmacy(northgate());
    private final Map<String, String> environment = new HashMap<>(pharmacies.environment());
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @AfterEach
    void close() {
        pharmacies.close();
    }

    @Test
    void a_ledger_that_nobody_touched_is_in_order() {
        assertThat(audit("key")).isZero();
        out.getBuffer().setLength(0);

        assertThat(audit("verify", "northgate")).isZero();

        assertThat(out.toString())
                .startsWith("northgate: in order; 8 records, 1 checkpoints up to record 8; ")
                .endsWith(" MB per second\n");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void a_ledger_that_was_changed_is_said_where_with_exit_code_3() {
        audit("key");
        pharmacies.asSuperuser(
                "update %s.audit_record set actor = 'nobody' where seq = 3".formatted(northgate.schema()));
        pharmacies.asSuperuser("delete from %s.audit_record where seq = 6".formatted(northgate.schema()));

        assertThat(audit("verify", "northgate")).isEqualTo(3);

        assertThat(out.toString())
                .contains(
                        "northgate: CHANGED; 7 records",
                        "  record 3: altered, or out of place: it does not follow from what is before it\n",
                        "  record 6: missing\n");
    }

    @Test
    void all_are_checked_though_one_was_changed() {
        var southbank = pharmacies.pharmacy(southbank());
        audit("key");
        out.getBuffer().setLength(0);
        pharmacies.asSuperuser("delete from %s.audit_record where seq > 4".formatted(northgate.schema()));

        assertThat(audit("verify", "--all")).isEqualTo(3);

        assertThat(out.toString())
                .contains("northgate: CHANGED; 4 records")
                .contains("  records 5 to 8: cut off: a checkpoint says that they were there\n")
                .contains(southbank.slug() + ": in order; 8 records");
    }

    /** Whoever rules the machine could put in checkpoints and keys of their own; not into an auditor's pocket. */
    @Test
    void an_auditors_own_copy_of_the_public_keys_does_not_believe_exchanged_ones() throws IOException {
        audit("key");
        var own = Files.createTempFile("public", ".json");
        Files.copy(
                Path.of(environment.get("FIRSTFILL_CHECKPOINTS")).resolve("public-keyset.json"),
                own,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        pharmacies.signEverythingAnewWithAnotherKey(northgate);

        assertThat(audit("verify", "northgate")).isZero();
        assertThat(audit("verify", "northgate", "--public-keys", own.toString()))
                .isEqualTo(3);

        assertThat(out.toString()).contains("not signed by the notary for this pharmacy");
    }

    @Test
    void a_database_that_does_not_answer_is_not_taken_for_a_ledger_in_order() {
        audit("key");
        environment.put("FIRSTFILL_DB_PORT", "1");

        assertThat(audit("verify", "northgate")).isEqualTo(1);

        assertThat(err.toString()).startsWith("That did not work: ");
    }

    @Test
    void says_how_it_is_used_when_it_was_not_understood() {
        assertThat(audit("verify")).isEqualTo(2);
        assertThat(audit("verify", "northgate", "--all")).isEqualTo(2);

        assertThat(err.toString()).contains("Usage: bin/audit verify");
    }

    private int audit(String... words) {
        var command = AuditCommand.commandLine(environment);
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(words);
    }
}
