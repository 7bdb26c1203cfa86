package dev.firstfill.api.referrals;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.firstfill.api.problem.Problem.FieldError;
import dev.firstfill.api.problem.ProblemException;
import dev.firstfill.api.problem.ProblemType;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a bundle once, token by token, before the FHIR library sees it: how deep it is, how many entries it has, whether
 * anything in it could be read in two ways. What comes out is the same without pictures and without narrative, which is
 * markup and says nothing that the data do not say.
 */
final class BundleGuard {
    /** Bundles of real systems reach 12. */
    static final int NESTING_MAX = 40;

    /** A patient of many years has some hundred conditions. */
    static final int ENTRIES_MAX = 500;

    private static final int STRING_LENGTH_MAX = 100_000;
    private static final int NUMBER_LENGTH_MAX = 40;
    private static final int NAME_LENGTH_MAX = 256;

    /** XHTML in a narrative, and what attachments and photos carry. */
    private static final Set<String> LEFT_OUT = Set.of("div", "data", "photo");

    /** An exponent of two digits: more than any quantity of this trade, and slow to write out. */
    private static final Pattern BEYOND_MEASURE = Pattern.compile("[eE][-+]?0*[1-9][0-9]");

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(NESTING_MAX)
                    .maxStringLength(STRING_LENGTH_MAX)
                    .maxNumberLength(NUMBER_LENGTH_MAX)
                    .maxNameLength(NAME_LENGTH_MAX)
                    .build())
            .build();

    private final JsonParser parser;
    private final JsonGenerator copy;
    private int entries;

    private BundleGuard(JsonParser parser, JsonGenerator copy) {
        this.parser = parser;
        this.copy = copy;
    }

    /** @throws ProblemException malformed-json or invalid-body, without repeating anything that was sent */
    static String checked(byte[] document) {
        var text = new StringWriter(document.length);
        try (var parser = JSON.createParser(decoded(document));
                var copy = JSON.createGenerator(text)) {
            new BundleGuard(parser, copy).pass();
        } catch (JacksonException malformed) {
            var at = malformed.getLocation();
            var detail = at == null
                    ? "It cannot be read."
                    : "It cannot be read beyond line %d, column %d.".formatted(at.getLineNr(), at.getColumnNr());
            throw new ProblemException(ProblemType.MALFORMED_JSON, detail);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.toString();
    }

    private static String decoded(byte[] document) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(document))
                    .toString();
        } catch (CharacterCodingException otherEncoding) {
            throw new ProblemException(ProblemType.MALFORMED_JSON, "It is not UTF-8.");
        }
    }

    private void pass() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw wrong("", "object", "must be a Bundle");
        }
        copy.copyCurrentEvent(parser);
        for (int depth = 1; depth > 0; ) {
            var token = parser.nextToken();
            if (token == null) {
                throw new ProblemException(ProblemType.MALFORMED_JSON, "It ends before the document does.");
            }
            if (token == JsonToken.FIELD_NAME && LEFT_OUT.contains(parser.currentName())) {
                parser.nextToken();
                parser.skipChildren();
                continue;
            }
            check(token, depth);
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            copy.copyCurrentEvent(parser);
        }
        if (parser.nextToken() != null) {
            throw new ProblemException(ProblemType.MALFORMED_JSON, "Something follows the end of the document.");
        }
    }

    private void check(JsonToken token, int depth) throws IOException {
        if (token == JsonToken.START_OBJECT && depth == 2 && isEntry() && ++entries > ENTRIES_MAX) {
            throw wrong("/entry", "too-many", "must have at most %d entries".formatted(ENTRIES_MAX));
        }
        switch (token) {
            case FIELD_NAME, VALUE_STRING -> {
                if (!isPlain(text())) {
                    throw wrong(here(), "wrong-character", "must not have control characters, or halves of characters");
                }
            }
            case VALUE_NUMBER_FLOAT -> {
                if (BEYOND_MEASURE.matcher(parser.getText()).find()) {
                    throw wrong(here(), "wrong-value", "must not be a number beyond all measure");
                }
            }
            default -> {}
        }
    }

    private String text() throws IOException {
        try {
            return parser.getText();
        } catch (StreamConstraintsException tooLong) {
            throw wrong(here(), "too-long", "must have at most %d characters".formatted(STRING_LENGTH_MAX));
        }
    }

    private String here() {
        return parser.getParsingContext().pathAsPointer().toString();
    }

    private boolean isEntry() {
        var list = parser.getParsingContext().getParent();
        return list.inArray() && "entry".equals(list.getParent().getCurrentName());
    }

    /** Lines and tabs are how people write notes. */
    private static boolean isPlain(String text) {
        return text.codePoints().allMatch(character -> {
            boolean layout = character == '\n' || character == '\r' || character == '\t';
            int type = Character.getType(character);
            return layout || type != Character.CONTROL && type != Character.SURROGATE;
        });
    }

    private static ProblemException wrong(String pointer, String code, String message) {
        return ProblemException.invalidBody(List.of(new FieldError(pointer, code, message)));
    }
}
