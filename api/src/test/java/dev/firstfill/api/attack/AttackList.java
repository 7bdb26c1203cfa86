package dev.firstfill.api.attack;

import static dev.firstfill.api.security.Role.INTAKE_COORDINATOR;
import static dev.firstfill.api.security.Role.PHARMACY_MANAGER;
import static dev.firstfill.api.security.Role.PLATFORM_OPERATOR;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firstfill.api.contract.ContractDocument;
import dev.firstfill.api.contract.ContractOperation;
import dev.firstfill.api.security.Role;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Every operation, and how it is called so that it works. {@link AttackListTest} fails when the contract has one that
 * is not here. The body is the contract's example; the path is filled with things made for the purpose.
 */
final class AttackList {
    static final List<Target> ALL = List.of(
            target("getMe", PHARMACY_MANAGER),
            target("createPatient", INTAKE_COORDINATOR),
            target("listPatients", INTAKE_COORDINATOR),
            target("searchPatients", INTAKE_COORDINATOR),
            target("getPatient", INTAKE_COORDINATOR),
            target("replacePatient", INTAKE_COORDINATOR),
            target("updatePatient", INTAKE_COORDINATOR),
            target("createTenant", PLATFORM_OPERATOR).each(body -> body.put("slug", unused("slug"))),
            target("listTenants", PLATFORM_OPERATOR),
            target("getTenant", PLATFORM_OPERATOR),
            target("suspendTenant", PLATFORM_OPERATOR),
            target("resumeTenant", PLATFORM_OPERATOR).after("suspendTenant"));

    private AttackList() {}

    /**
     * @param caller somebody who may
     * @param before the operation that must have happened to the same thing, if any
     * @param each makes the example one that can be sent more than once
     */
    record Target(String id, Role caller, String before, UnaryOperator<ObjectNode> each) {
        ContractOperation operation() {
            return ContractDocument.operation(id);
        }

        Target after(String operation) {
            return new Target(id, caller, operation, each);
        }

        Target each(UnaryOperator<ObjectNode> change) {
            return new Target(id, caller, before, change);
        }
    }

    static Target target(String id) {
        return ALL.stream()
                .filter(target -> target.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The attack list lacks " + id));
    }

    private static Target target(String id, Role caller) {
        return new Target(id, caller, "", UnaryOperator.identity());
    }

    private static String unused(String word) {
        return word + "-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
