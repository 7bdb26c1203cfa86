package dev.firstfill.api.logging;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** Lets every record pass, masked: its message with the parameters in it, and what a failure says. */
@LoggingFilter(name = "personal-data")
public final class PersonalDataFilter implements Filter {
    /** Puts parameters into messages, in whichever style these are written. */
    private static final ExtFormatter MESSAGES = new PatternFormatter();

    @Override
    public boolean isLoggable(LogRecord written) {
        var line = ExtLogRecord.wrap(written);
        var message = MESSAGES.formatMessage(line);
        if (message != null) {
            line.setMessage(Masking.of(message), ExtLogRecord.FormatStyle.NO_FORMAT);
            line.setParameters(null);
        }
        if (line.getThrown() != null && !(line.getThrown() instanceof MaskedThrowable)) {
            line.setThrown(MaskedThrowable.of(line.getThrown()));
        }
        return true;
    }
}
