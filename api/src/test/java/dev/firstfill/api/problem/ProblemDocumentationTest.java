package dev.firstfill.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.firstfill.api.contract.Committed;
import dev.firstfill.identifiers.IdentifierRule;
import dev.firstfill.inventory.ReceiptRule;
import jakarta.validation.Constraint;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProblemDocumentationTest {
    private static final Pattern REFUSAL =
            Pattern.compile("super\\(\\s*(?:Refusal\\.)?Kind\\.(?<kind>[A-Z_]+),\\s*\"(?<code>[a-z0-9-]+)\"");

    private static final Pattern STATUS = Pattern.compile("^\\*\\*([0-9]{3})\\*\\*", Pattern.MULTILINE);
    private static final Pattern PLACE = Pattern.compile("^\\| `([a-z0-9-]+)` \\|", Pattern.MULTILINE);

    /** What a kind becomes; {@link ProblemMappers} decides it. */
    private static final Map<String, Integer> STATUSES = Map.of(
            "NOT_FOUND",
            404,
            "CONFLICT",
            409,
            "GONE",
            410,
            "STALE",
            412,
            "NOT_ALLOWED",
            403,
            "UNPROCESSABLE",
            422,
            "TOO_MANY",
            429,
            "UNAVAILABLE",
            503);

    @Test
    void every_problem_has_a_page_with_its_status() throws IOException {
        var documented = new TreeMap<String, Integer>();
        ProblemPages.of(Committed.text("docs/problems.md")).all().forEach((code, page) -> {
            var status = STATUS.matcher(page);
            assertThat(status.find()).as(code).isTrue();
            documented.put(code, Integer.parseInt(status.group(1)));
        });

        assertThat(documented).isEqualTo(inCode());
    }

    @Test
    void every_page_says_what_caller_operator_and_support_do() {
        ProblemPages.of(Committed.text("docs/problems.md")).all().forEach((code, page) -> assertThat(page)
                .as(code)
                .contains("\n- Caller: ")
                .contains("\n- Operator: ")
                .contains("\n- Support: "));
    }

    @Test
    void every_code_of_a_place_in_a_body_is_explained() throws IOException {
        var text = Committed.text("docs/problems.md");
        var explained = new TreeSet<String>();
        PLACE.matcher(text).results().forEach(place -> explained.add(place.group(1)));

        var codes = new TreeSet<>(Set.of("unknown-property", "wrong-type", "wrong-value", "wrong-character", "rule"));
        Arrays.stream(IdentifierRule.values()).map(IdentifierRule::code).forEach(codes::add);
        Arrays.stream(ReceiptRule.values()).map(ReceiptRule::code).forEach(codes::add);
        codes.addAll(constraints());
        codes.addAll(rules("customfields/CustomFieldRule.java", "custom-field-"));
        codes.addAll(rules("assessments/AnswerRule.java", "answer-"));
        codes.addAll(rules("assessments/TemplateRule.java", "template-"));
        assertThat(explained).isEqualTo(codes);
    }

    private static Map<String, Integer> inCode() throws IOException {
        var codes = new TreeMap<String, Integer>();
        Arrays.stream(ProblemType.values()).forEach(type -> codes.put(type.code(), type.status()));
        for (var root : new String[] {"src/main/java", "tenancy/src/main/java", "api/src/main/java"}) {
            try (Stream<java.nio.file.Path> files = Files.walk(Committed.file(root))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .map(ProblemDocumentationTest::text)
                        .filter(source -> source.contains("extends Refusal"))
                        .flatMap(source -> REFUSAL.matcher(source).results())
                        .forEach(refusal -> codes.put(refusal.group(2), STATUSES.get(refusal.group(1))));
            }
        }
        return codes;
    }

    private static String text(java.nio.file.Path file) {
        return Committed.text(Committed.file("").relativize(file).toString());
    }

    /** Those that stand on any part of any record of ours, as {@link Violations} names them. */
    private static Set<String> constraints() {
        var codes = new TreeSet<String>();
        new ClassFileImporter()
                .importPackages("dev.firstfill").stream()
                        .filter(type -> type.isRecord() && !type.getName().contains("Test"))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                        .forEach(part -> collect(part.getAnnotatedType(), codes));
        return codes;
    }

    private static void collect(AnnotatedType type, Set<String> codes) {
        Arrays.stream(type.getAnnotations())
                .map(Annotation::annotationType)
                .filter(annotation -> annotation.isAnnotationPresent(Constraint.class))
                .forEach(annotation -> codes.add(Violations.code(annotation)));
        if (type instanceof AnnotatedParameterizedType generic) {
            Arrays.stream(generic.getAnnotatedActualTypeArguments()).forEach(argument -> collect(argument, codes));
        }
    }

    /** The enumerations are their contexts' own; their names are read where they stand. */
    private static Set<String> rules(String source, String prefix) {
        var codes = new TreeSet<String>();
        Pattern.compile("^    ([A-Z_]+)\\(\"", Pattern.MULTILINE)
                .matcher(Committed.text("src/main/java/dev/firstfill/" + source))
                .results()
                .forEach(rule -> codes.add(prefix
                        + rule.group(1).toLowerCase(java.util.Locale.ROOT).replace('_', '-')));
        return codes;
    }
}
