package dev.firstfill.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.fasterxml.jackson.annotation.JsonValue;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchRule;
import dev.firstfill.authorisations.AuthorisationPayer;
import dev.firstfill.claims.Payer;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.reactive.mutiny.Mutiny;

/** What holds in the pharmacy's code everywhere. Each rule has a fixture that breaks it. */
final class PharmacyRules {
    private PharmacyRules() {}

    static final ArchRule KNOWS_NO_HTTP_AND_NO_TENANTS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "io.quarkus..", "dev.firstfill.tenancy..", "dev.firstfill.api..")
            .because("one pharmacy's domain knows no HTTP and no other pharmacy");

    static final ArchRule IDENTIFIERS_KNOW_NO_DATABASE = noClasses()
            .that()
            .resideInAPackage("..identifiers..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "org.hibernate..")
            .because("codes of the outside world are values, wherever they are kept");

    static final ArchRule ENTITIES_ARE_PLAIN = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .beAnnotatedWith(PostLoad.class)
            .orShould()
            .beAnnotatedWith(PrePersist.class)
            .orShould()
            .beAnnotatedWith(PreUpdate.class)
            .because("what happens to a row is written where it happens");

    static final ArchRule RULES_ARE_SYNCHRONOUS = noMethods()
            .that()
            .areDeclaredInClassesThat(areRules())
            .and(passNoDoor())
            .should()
            .haveRawReturnType(Uni.class)
            .because("Uni stops at the use case: rules are plain Java");

    static final ArchRule NOTHING_BLOCKS = noClasses()
            .should()
            .callMethodWhere(target(owner(assignableTo(Uni.class))).and(target(name("await"))))
            .because("everything here runs on an event loop");

    static final ArchRule NOBODY_ASKS_THE_SYSTEM_FOR_THE_TIME = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .because("today is an argument");

    static final ArchRule QUERIES_STAND_IN_STORES = noClasses()
            .that(doNotTakeASession())
            .should()
            .callMethodWhere(
                    target(owner(assignableTo(Mutiny.QueryProducer.class))).and(target(nameMatching("create.*Query"))))
            .because("a query stands in a store, beside its SQL");

    static final ArchRule ONE_STRING_IN_JSON_IS_ONE_IN_THE_CONTRACT = classes()
            .that(areOneValueInJson())
            .should()
            .beAnnotatedWith(Schema.class)
            .because("the contract's generator does not know @JsonValue and would promise an object");

    private static DescribedPredicate<JavaClass> areOneValueInJson() {
        return DescribedPredicate.describe(
                "are one value in JSON",
                type -> !type.isEnum()
                        && type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(JsonValue.class)));
    }

    /** By which one comes to the data: the door itself, and what it hands to an act. */
    private static final Set<String> DOORS = Set.of("Transactions", "Reading", "Writing");

    /** Whatever is neither a use case, a store, a way out of the pharmacy nor the kernel's door. */
    private static DescribedPredicate<JavaClass> areRules() {
        return DescribedPredicate.describe(
                "are rules",
                type -> !type.isInterface()
                        && !type.isAssignableTo(Payer.class)
                        && !type.isAssignableTo(AuthorisationPayer.class)
                        && type.getConstructors().stream()
                                .flatMap(constructor -> constructor.getRawParameterTypes().stream())
                                .noneMatch(parameter -> parameter.isAssignableTo(Mutiny.QueryProducer.class)
                                        || DOORS.contains(parameter.getSimpleName()))
                        && !type.getPackageName().endsWith(".kernel"));
    }

    /** Whoever is handed what an act has in hand is a part of it, however it is made. */
    private static DescribedPredicate<JavaMethod> passNoDoor() {
        return DescribedPredicate.describe("pass no door", method -> method.getRawParameterTypes().stream()
                .noneMatch(parameter -> DOORS.contains(parameter.getSimpleName())));
    }

    private static DescribedPredicate<JavaClass> doNotTakeASession() {
        return DescribedPredicate.describe("take no session when they are made", type -> type.getConstructors().stream()
                .flatMap(constructor -> constructor.getRawParameterTypes().stream())
                .noneMatch(parameter -> parameter.isAssignableTo(Mutiny.QueryProducer.class)));
    }
}
