package dev.firstfill.architecture;

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
class PharmacyRulesTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("dev/firstfill/local/"))
            .importPackages("dev.firstfill");
    private static final JavaClasses BROKEN =
            new ClassFileImporter().importPackages("dev.firstfill.architecture.broken");

    private static final Map<String, ArchRule> RULES = Map.of(
            "KnowsTenants", PharmacyRules.KNOWS_NO_HTTP_AND_NO_TENANTS,
            "StoredIdentifier", PharmacyRules.IDENTIFIERS_KNOW_NO_DATABASE,
            "EntityWithCallback", PharmacyRules.ENTITIES_ARE_PLAIN,
            "ReactiveRule", PharmacyRules.RULES_ARE_SYNCHRONOUS,
            "Blocks", PharmacyRules.NOTHING_BLOCKS,
            "AsksTheClock", PharmacyRules.NOBODY_ASKS_THE_SYSTEM_FOR_THE_TIME,
            "KnowsHibernateSession", PharmacyRules.QUERIES_STAND_IN_STORES,
            "PromisedAsObject", PharmacyRules.ONE_STRING_IN_JSON_IS_ONE_IN_THE_CONTRACT);

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
