package dev.firstfill.api.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FrontDeskRulesTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.firstfill.api");
    private static final JavaClasses BROKEN =
            new ClassFileImporter().importPackages("dev.firstfill.api.architecture.broken");

    private static final Map<String, ArchRule> RULES = Map.of(
            "WalksRoundTheDoor", FrontDeskRules.NOBODY_OPENS_A_SESSION,
            "TakesAConnection", FrontDeskRules.NOBODY_QUERIES_A_POOL,
            "UncancellableMissingResource", FrontDeskRules.CHANGES_ARE_NOT_CANCELLED,
            "ForgetsItsPermissionResource", FrontDeskRules.EVERY_OPERATION_SAYS_WHO_MAY_CALL_IT);

    static Stream<String> breakers() {
        return RULES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("breakers")
    void our_code_keeps_the_rule_that_the_fixture_breaks(String breaker) {
        RULES.get(breaker).check(OURS);
    }

    @ParameterizedTest
    @MethodSource("breakers")
    void the_rule_finds_its_breaker(String breaker) {
        var result = RULES.get(breaker).evaluate(BROKEN);

        assertThat(result.hasViolation()).isTrue();
        assertThat(result.getFailureReport().toString()).contains(breaker);
    }
}
