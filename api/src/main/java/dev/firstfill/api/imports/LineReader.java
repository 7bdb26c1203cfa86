package dev.firstfill.api.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firstfill.api.json.JsonBodies;
import dev.firstfill.api.problem.Problem.FieldError;
import dev.firstfill.api.problem.ProblemException;
import dev.firstfill.api.problem.ProblemType;
import dev.firstfill.api.problem.Violations;
import dev.firstfill.dispensing.PastDispense;
import dev.firstfill.drugs.DrugDetails;
import dev.firstfill.imports.ImportDesk;
import dev.firstfill.imports.ImportKind;
import dev.firstfill.imports.ImportLine;
import dev.firstfill.imports.ImportRecord;
import dev.firstfill.kernel.Refusal;
import dev.firstfill.patients.PatientDetails;
import dev.firstfill.prescribers.PrescriberDetails;
import dev.firstfill.prescribing.PrescriptionDetails;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads lines as strictly as bodies; one that breaks a rule of form is refused alone, and says where. */
@Singleton
class LineReader {
    /** For the number of a line that the strict one cannot read. */
    private static final ObjectMapper LENIENT = new ObjectMapper();

    private final JsonBodies bodies;
    private final Validator validator;

    LineReader(JsonBodies bodies, Validator validator) {
        this.bodies = bodies;
        this.validator = validator;
    }

    /** @throws ProblemException when the batch is none: it has no line, too many, or they are out of order */
    List<ImportLine> read(List<byte[]> texts) {
        if (texts.isEmpty() || texts.size() > ImportDesk.LINES_MAX) {
            throw new ProblemException(
                    ProblemType.INVALID_BODY, "Send 1 to %d lines at once.".formatted(ImportDesk.LINES_MAX));
        }
        var lines = new ArrayList<ImportLine>();
        long last = 0;
        for (var text : texts) {
            var line = read(text, last + 1);
            if (line.number() <= last) {
                throw new ProblemException(
                        ProblemType.INVALID_BODY, "Lines must be in ascending order of line; see %d.".formatted(last));
            }
            lines.add(line);
            last = line.number();
        }
        return lines;
    }

    /** @param next the number that it has if it does not say */
    private ImportLine read(byte[] text, long next) {
        NewImportLine sent;
        try {
            sent = valid(bodies.read(text, NewImportLine.class));
        } catch (ProblemException wrong) {
            return unreadable(number(text, next), null, wrong, "");
        }
        try {
            return new ImportLine.Readable(sent.line(), sent.key(), record(sent));
        } catch (ProblemException wrong) {
            return unreadable(sent.line(), sent.kind(), wrong, "/record");
        } catch (Refusal wrong) {
            return new ImportLine.Unreadable(sent.line(), sent.kind(), wrong.code(), "/record", message(wrong));
        }
    }

    private ImportRecord record(NewImportLine sent) {
        var record = bodies.tree(sent.record());
        return switch (sent.kind()) {
            case PATIENT -> new ImportRecord.OfPatient(read(record, PatientDetails.class));
            case PRESCRIBER -> new ImportRecord.OfPrescriber(read(record, PrescriberDetails.class));
            case DRUG -> new ImportRecord.OfDrug(read(record, DrugDetails.class));
            case PRESCRIPTION ->
                new ImportRecord.OfPrescription(
                        read(record, PrescriptionDetails.class), Objects.requireNonNull(sent.state()));
            case DISPENSE -> new ImportRecord.OfDispense(read(record, PastDispense.class));
        };
    }

    private <T> T read(JsonNode record, Class<T> type) {
        return valid(bodies.read(record, type));
    }

    private <T> T valid(T read) {
        var violations = validator.validate(read);
        if (!violations.isEmpty()) {
            throw ProblemException.invalidBody(Violations.errors(violations));
        }
        return read;
    }

    private static long number(byte[] text, long next) {
        try {
            long line = LENIENT.readTree(text).path("line").asLong();
            return line > 0 ? line : next;
        } catch (JsonProcessingException unreadable) {
            return next;
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The first mistake is enough to find the line by. */
    private static ImportLine unreadable(
            long number, @Nullable ImportKind kind, ProblemException wrong, String within) {
        var errors = wrong.errors();
        if (errors.isEmpty()) {
            return new ImportLine.Unreadable(number, kind, wrong.type().code(), within, message(wrong));
        }
        var first = errors.getFirst();
        return new ImportLine.Unreadable(number, kind, first.code(), within + place(first), first.message());
    }

    /** The names of properties that we do not have are whatever somebody typed, and so are the keys in maps. */
    private static String place(FieldError error) {
        var pointer =
                error.code().equals("unknown-property") ? error.pointer().replaceFirst("/[^/]*$", "") : error.pointer();
        return pointer.replaceFirst("(customFields|diagnoses/[0-9]+/details)/.*", "$1");
    }

    private static String message(RuntimeException wrong) {
        return Objects.requireNonNullElse(wrong.getMessage(), "It cannot be read.");
    }
}
