package dev.firstfill.api.json;

import dev.firstfill.api.problem.ProblemException;
import dev.firstfill.api.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;

/** A length that was not declared beforehand can only be measured where the body is read. */
final class MeasuredBody {
    private MeasuredBody() {}

    static byte[] read(InputStream body, int max) {
        try {
            var bytes = body.readNBytes(max + 1);
            if (bytes.length > max) {
                throw new ProblemException(ProblemType.BODY_TOO_LARGE, "The limit is %d bytes.".formatted(max));
            }
            return bytes;
        } catch (IOException hungUp) {
            throw new ProblemException(ProblemType.MALFORMED_JSON, "It could not be received whole.");
        }
    }
}
