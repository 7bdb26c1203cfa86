package dev.firstfill.api.reports;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Writes reports as comma-separated values (RFC 4180), with a line of names above them. */
@Provider
@Produces(Sheet.MEDIA_TYPE)
public class SheetWriter implements MessageBodyWriter<Sheet> {
    /** What a spreadsheet takes for the beginning of a formula, in the widths of letters that it reads. */
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n＝＋－＠";

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return Sheet.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            Sheet sheet,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        // What was negotiated carries the client's q along.
        headers.putSingle(HttpHeaders.CONTENT_TYPE, Sheet.MEDIA_TYPE);
        headers.putSingle(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s.csv\"".formatted(sheet.title()));
        headers.putSingle("Report-As-Of", sheet.asOf().toString());
        headers.putSingle("Report-Truncated", Boolean.toString(sheet.truncated()));
        var next = sheet.nextCursor();
        if (next != null) {
            headers.putSingle("Report-Next-Cursor", next);
        }
        body.write(text(sheet).getBytes(StandardCharsets.UTF_8));
    }

    static String text(Sheet sheet) throws IOException {
        var text = new StringBuilder();
        try (var printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(sheet.columns());
            for (var row : sheet.cells()) {
                printer.printRecord(row.stream().map(SheetWriter::cell).toList());
            }
        }
        return text.toString();
    }

    /** What people named could be a formula to the spreadsheet that opens it: an apostrophe makes it a text. */
    private static Object cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case Number number -> number;
            default -> harmless(value.toString());
        };
    }

    private static String harmless(String text) {
        return !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
