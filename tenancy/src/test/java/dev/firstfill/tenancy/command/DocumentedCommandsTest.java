package dev.firstfill.tenancy.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.firstfill.tenancy.migration.Migrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What the documents tell an operator to type is understood. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DocumentedCommandsTest {
    /** In a code span, or a line of a block. */
    private static final Pattern LINE = Pattern.compile("(?:`|(?m:^))bin/(tenant|audit|keys|events) ([^`\\n]+)");

    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|\\S+");

    private static final Map<String, CommandLine> COMMANDS = Map.of(
            "tenant", TenantCommand.commandLine(Map.of(), Migrations.ofTenants()),
            "audit", AuditCommand.commandLine(Map.of()),
            "keys", KeysCommand.commandLine(Map.of()),
            "events", EventsCommand.commandLine(Map.of()));

    record Documented(String document, String command, List<String> words) {
        @Override
        public String toString() {
            return document + ": bin/" + command + " " + String.join(" ", words);
        }
    }

    static Stream<Documented> documented() throws IOException {
        try (var documents = Files.list(Path.of("..", "docs"))) {
            return Stream.concat(documents.toList().stream(), Stream.of(Path.of("..", "README.md")))
                    .filter(file -> file.toString().endsWith(".md"))
                    .flatMap(DocumentedCommandsTest::commandsIn)
                    .toList()
                    .stream();
        }
    }

    private static Stream<Documented> commandsIn(Path file) {
        try {
            return LINE
                    .matcher(Files.readString(file))
                    .results()
                    .map(found -> new Documented(file.getFileName().toString(), found.group(1), words(found.group(2))))
                    .toList()
                    .stream();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** With what may be left out, and with something where a reader puts something in. */
    private static List<String> words(String line) {
        var filled = line.replace("[", "")
                .replace("]", "")
                .replace("<pharmacy>", "northgate")
                .replace("<event-id>", "01a2023c-c12f-7373-bfeb-cbd07daeb87e");
        return WORD.matcher(filled)
                .results()
                .map(word -> word.group().replace("\"", ""))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("documented")
    void a_documented_command_is_understood(Documented documented) {
        var line = COMMANDS.get(documented.command());
        var words = documented.words().toArray(String[]::new);

        // Named in a sentence, a command stands without what it needs.
        if (words.length == 1 && !words[0].startsWith("-")) {
            assertThat(line.getSubcommands()).containsKey(words[0]);
        } else {
            assertThatCode(() -> line.parseArgs(words)).doesNotThrowAnyException();
        }
    }

    @Test
    void every_command_is_documented() throws IOException {
        var documented = documented()
                .map(one -> one.command() + " " + one.words().get(0))
                .toList();

        COMMANDS.forEach((name, line) -> assertThat(documented)
                .containsAll(line.getSubcommands().keySet().stream()
                        .map(word -> name + " " + word)
                        .toList()));
    }
}
