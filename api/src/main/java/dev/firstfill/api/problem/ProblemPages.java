package dev.firstfill.api.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The pages behind the problems' types, cut out of {@code docs/problems.md}, which is packaged with the program. */
final class ProblemPages {
    private static final String DOCUMENT = "/docs/problems.md";

    /** A section of the second level, up to the next of the first or second. */
    private static final Pattern SECTION = Pattern.compile(
            "^## (?<code>[a-z0-9-]+)\n(?<text>.*?)(?=^#{1,2} |\\z)", Pattern.MULTILINE | Pattern.DOTALL);

    private final Map<String, String> byCode;

    private ProblemPages(Map<String, String> byCode) {
        this.byCode = byCode;
    }

    static ProblemPages packaged() {
        try (var document = Objects.requireNonNull(ProblemPages.class.getResourceAsStream(DOCUMENT), DOCUMENT)) {
            return of(new String(document.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static ProblemPages of(String markdown) {
        return new ProblemPages(SECTION.matcher(markdown)
                .results()
                .collect(Collectors.toUnmodifiableMap(
                        section -> section.group("code"),
                        section -> "# " + section.group("code") + "\n"
                                + section.group("text").stripTrailing() + "\n")));
    }

    Optional<String> page(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    Map<String, String> all() {
        return byCode;
    }
}
