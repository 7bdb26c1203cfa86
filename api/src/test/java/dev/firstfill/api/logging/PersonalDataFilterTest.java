package dev.firstfill.api.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Formatter;
import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.jboss.logmanager.formatters.JsonFormatter;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jboss.logmanager.formatters.StructuredFormatter.ExceptionOutputType;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PersonalDataFilterTest {
    private static final String PHONE = "518-555-0142";

    private final PersonalDataFilter filter = new PersonalDataFilter();

    @Test
    void a_message_and_its_parameters_are_masked_in_every_style() {
        assertThat(logged(record("Called %s at %s", FormatStyle.PRINTF, "P1001", PHONE)))
                .isEqualTo("Called P1001 at [phone]");
        assertThat(logged(record("Called {0} at {1}", FormatStyle.MESSAGE_FORMAT, "P1001", PHONE)))
                .isEqualTo("Called P1001 at [phone]");
        assertThat(logged(record("Called " + PHONE + " 100% {0}", FormatStyle.NO_FORMAT)))
                .isEqualTo("Called [phone] 100% {0}");
    }

    @Test
    void failures_are_masked_down_to_the_last_cause_and_keep_their_names_and_places() {
        var cause = new IllegalArgumentException("Key (npi)=(Vega) already exists.");
        cause.addSuppressed(new ArithmeticException("born 1961-04-12"));
        var failure = new IllegalStateException("for marisol@example.com", new RuntimeException(cause));
        var record = record("Failed", FormatStyle.NO_FORMAT);
        record.setThrown(failure);

        var text = logged(record, new PatternFormatter("%s%n%e"));

        assertThat(text)
                .contains(
                        "java.lang.IllegalStateException: for [email]",
                        "Caused by: java.lang.IllegalArgumentException: Key (npi)=([hidden]) already exists.",
                        "Suppressed: java.lang.ArithmeticException: born [date]",
                        "PersonalDataFilterTest.java:")
                .doesNotContain("Vega", "marisol", "1961", "MaskedThrowable");
    }

    @Test
    void a_failure_that_is_its_own_cause_ends() {
        var failure = new IllegalStateException("one");
        var other = new IllegalStateException("two", failure);
        failure.initCause(other);
        var record = record("Failed", FormatStyle.NO_FORMAT);
        record.setThrown(failure);

        assertThat(logged(record, new PatternFormatter("%s%n%e"))).contains("one", "two");
    }

    @Test
    void lines_of_JSON_are_masked_as_well() {
        var record = record("Called %s", FormatStyle.PRINTF, PHONE);
        record.setThrown(new IllegalStateException("for marisol@example.com"));
        var json = new JsonFormatter();
        json.setExceptionOutputType(ExceptionOutputType.FORMATTED);

        var line = logged(record, json);

        assertThat(line)
                .contains("\"message\":\"Called [phone]\"", "java.lang.IllegalStateException: for [email]")
                .doesNotContain(PHONE, "marisol");
    }

    private String logged(ExtLogRecord record) {
        return logged(record, new PatternFormatter("%s"));
    }

    private String logged(ExtLogRecord record, Formatter formatter) {
        assertThat(filter.isLoggable(record)).isTrue();
        return formatter.format(record);
    }

    private static ExtLogRecord record(String message, FormatStyle style, Object... parameters) {
        var record = new ExtLogRecord(Level.INFO, message, style, PersonalDataFilterTest.class.getName());
        record.setParameters(parameters);
        return record;
    }
}
