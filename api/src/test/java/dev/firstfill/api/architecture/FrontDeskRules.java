package dev.firstfill.api.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.security.PermissionsAllowed;
import io.vertx.sqlclient.SqlClient;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What holds at the front desk everywhere. Each rule has a fixture that breaks it. */
final class FrontDeskRules {
    private FrontDeskRules() {}

    static final ArchRule NOBODY_OPENS_A_SESSION = noClasses()
            .should()
            .callMethodWhere(target(owner(assignableTo(Mutiny.SessionFactory.class))))
            .because("the door is the only way to a pharmacy's data");

    static final ArchRule NOBODY_QUERIES_A_POOL = noClasses()
            .should()
            .callMethodWhere(target(owner(assignableTo(SqlClient.class)))
                    .and(target(nameMatching("query|preparedQuery|getConnection|with.*"))))
            .because("the door is the only way to a pharmacy's data");

    static final ArchRule CHANGES_ARE_NOT_CANCELLED = methods()
            .that(annotatedWith(PUT.class).or(annotatedWith(PATCH.class)))
            .should(be(annotatedWith(Cancellable.class)))
            .because("a client that hangs up must not leave a write half wanted");

    static final ArchRule EVERY_OPERATION_SAYS_WHO_MAY_CALL_IT = methods()
            .that(annotatedWith(GET.class)
                    .or(annotatedWith(POST.class))
                    .or(annotatedWith(PUT.class))
                    .or(annotatedWith(PATCH.class))
                    .or(annotatedWith(DELETE.class)))
            .should(be(annotatedWith(PermissionsAllowed.class)).or(be(annotatedWith(PermitAll.class))))
            .because("who forgets to say who may call has said: nobody");
}
