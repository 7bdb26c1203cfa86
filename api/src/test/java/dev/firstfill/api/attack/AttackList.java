package dev.firstfill.api.attack;

import static dev.firstfill.api.security.Role.CLINICAL_PHARMACIST;
import static dev.firstfill.api.security.Role.DISPENSING_PHARMACIST;
import static dev.firstfill.api.security.Role.INTAKE_COORDINATOR;
import static dev.firstfill.api.security.Role.PHARMACY_MANAGER;
import static dev.firstfill.api.security.Role.PLATFORM_OPERATOR;
import static dev.firstfill.api.security.Role.PRIVACY_OFFICER;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firstfill.api.contract.ContractDocument;
import dev.firstfill.api.contract.ContractOperation;
import dev.firstfill.api.security.Role;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
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
            target("erasePatient", PRIVACY_OFFICER),
            target("createPrescriber", INTAKE_COORDINATOR).each(body -> body.put("npi", UnusedNumbers.npi())),
            target("listPrescribers", INTAKE_COORDINATOR),
            target("searchPrescribers", INTAKE_COORDINATOR),
            target("getPrescriber", INTAKE_COORDINATOR),
            target("replacePrescriber", INTAKE_COORDINATOR).each(body -> body.put("npi", UnusedNumbers.npi())),
            target("updatePrescriber", INTAKE_COORDINATOR),
            target("createDrug", PHARMACY_MANAGER).each(body -> body.put("ndc", UnusedNumbers.ndc())),
            target("listDrugs", PHARMACY_MANAGER),
            target("searchDrugs", PHARMACY_MANAGER),
            target("getDrug", PHARMACY_MANAGER),
            target("replaceDrug", PHARMACY_MANAGER).each(body -> body.put("ndc", UnusedNumbers.ndc())),
            target("updateDrug", PHARMACY_MANAGER),
            target("createClaim", PHARMACY_MANAGER),
            target("listClaims", PHARMACY_MANAGER),
            target("getClaim", PHARMACY_MANAGER),
            target("reverseClaim", PHARMACY_MANAGER),
            target("abandonClaim", PHARMACY_MANAGER),
            target("inquireAfterClaim", PHARMACY_MANAGER),
            target("resubmitClaim", PHARMACY_MANAGER),
            target("createPrescription", DISPENSING_PHARMACIST).each(AttackList::writtenYesterday),
            target("listPrescriptions", DISPENSING_PHARMACIST),
            target("getPrescription", DISPENSING_PHARMACIST),
            target("replacePrescription", DISPENSING_PHARMACIST).each(AttackList::writtenYesterday),
            target("updatePrescription", DISPENSING_PHARMACIST),
            target("activatePrescription", DISPENSING_PHARMACIST),
            target("holdPrescription", DISPENSING_PHARMACIST).after("activatePrescription"),
            target("releasePrescription", DISPENSING_PHARMACIST).after("holdPrescription"),
            target("cancelPrescription", DISPENSING_PHARMACIST),
            target("transferPrescription", DISPENSING_PHARMACIST).after("activatePrescription"),
            target("listPrescriptionChanges", DISPENSING_PHARMACIST),
            target("createRenewalRequest", DISPENSING_PHARMACIST).after("activatePrescription"),
            target("listRenewalRequests", DISPENSING_PHARMACIST),
            target("answerRenewalRequest", DISPENSING_PHARMACIST)
                    .after("createRenewalRequest")
                    .each(AttackList::writtenYesterday),
            target("createPriorAuthorisation", PHARMACY_MANAGER),
            target("listPriorAuthorisations", PHARMACY_MANAGER),
            target("getPriorAuthorisation", PHARMACY_MANAGER),
            target("replacePriorAuthorisation", PHARMACY_MANAGER),
            target("updatePriorAuthorisation", PHARMACY_MANAGER),
            target("getFillsDueReport", PHARMACY_MANAGER),
            target("getExpiringAuthorisationsReport", PHARMACY_MANAGER),
            target("getStockOnHandReport", PHARMACY_MANAGER),
            target("getDailyLog", PHARMACY_MANAGER),
            target("getOpenRecallsReport", PHARMACY_MANAGER),
            target("createCustomField", PHARMACY_MANAGER).each(body -> body.put("key", UnusedNumbers.key())),
            target("listCustomFields", PHARMACY_MANAGER),
            target("getCustomField", PHARMACY_MANAGER),
            target("replaceCustomField", PHARMACY_MANAGER).withPresent("key"),
            target("updateCustomField", PHARMACY_MANAGER),
            target("listAuditRecords", PRIVACY_OFFICER),
            target("getAuditRecord", PRIVACY_OFFICER),
            target("verifyAuditRecords", PRIVACY_OFFICER),
            target("listAccesses", PRIVACY_OFFICER),
            target("createDisclosure", PRIVACY_OFFICER),
            target("getDisclosureAccount", PRIVACY_OFFICER),
            target("createEmergencyAccess", CLINICAL_PHARMACIST),
            target("getEmergencyPatient", CLINICAL_PHARMACIST),
            target("closeEmergencyAccess", CLINICAL_PHARMACIST),
            target("listEmergencyAccesses", PRIVACY_OFFICER),
            target("getEmergencyAccess", PRIVACY_OFFICER),
            target("reviewEmergencyAccess", PRIVACY_OFFICER),
            target("createTenant", PLATFORM_OPERATOR).each(body -> body.put("slug", UnusedNumbers.slug())),
            target("listTenants", PLATFORM_OPERATOR),
            target("getTenant", PLATFORM_OPERATOR),
            target("suspendTenant", PLATFORM_OPERATOR),
            target("resumeTenant", PLATFORM_OPERATOR).after("suspendTenant"),
            target("limitTenant", PLATFORM_OPERATOR),
            target("listTenantEvents", PLATFORM_OPERATOR),
            target("offboardTenant", PLATFORM_OPERATOR),
            target("getMigration", PLATFORM_OPERATOR),
            target("startMigration", PLATFORM_OPERATOR),
            target("getProblem", PHARMACY_MANAGER).of("/problems/stale-version"));

    private AttackList() {}

    /** Wherever the pharmacy is, it was written, and has not expired. */
    private static ObjectNode writtenYesterday(ObjectNode body) {
        return body.put("writtenOn", LocalDate.now(ZoneOffset.UTC).minusDays(1).toString());
    }

    /**
     * @param caller somebody who may
     * @param before the operation that must have happened to the same thing, if any
     * @param thing the address of what the path's variable stands for; empty to have one made
     * @param present a property that must be what it is already; empty for none
     * @param each makes the example one that can be sent more than once
     */
    record Target(String id, Role caller, String before, String thing, String present, UnaryOperator<ObjectNode> each) {
        ContractOperation operation() {
            return ContractDocument.operation(id);
        }

        Target after(String operation) {
            return new Target(id, caller, operation, thing, present, each);
        }

        Target of(String address) {
            return new Target(id, caller, before, address, present, each);
        }

        Target withPresent(String property) {
            return new Target(id, caller, before, thing, property, each);
        }

        Target each(UnaryOperator<ObjectNode> change) {
            return new Target(id, caller, before, thing, present, change);
        }
    }

    static Target target(String id) {
        return ALL.stream()
                .filter(target -> target.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The attack list lacks " + id));
    }

    private static Target target(String id, Role caller) {
        return new Target(id, caller, "", "", "", UnaryOperator.identity());
    }
}
