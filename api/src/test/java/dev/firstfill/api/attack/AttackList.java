package dev.firstfill.api.attack;

import static dev.firstfill.api.security.Role.BILLER;
import static dev.firstfill.api.security.Role.CLINICAL_PHARMACIST;
import static dev.firstfill.api.security.Role.DISPENSING_PHARMACIST;
import static dev.firstfill.api.security.Role.FULFILMENT_TECHNICIAN;
import static dev.firstfill.api.security.Role.INTAKE_COORDINATOR;
import static dev.firstfill.api.security.Role.PHARMACY_MANAGER;
import static dev.firstfill.api.security.Role.PLATFORM_OPERATOR;
import static dev.firstfill.api.security.Role.PRIVACY_OFFICER;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firstfill.api.contract.ContractDocument;
import dev.firstfill.api.contract.ContractOperation;
import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.Workbench;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
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
            target("createReferral", INTAKE_COORDINATOR).each(AttackList::anotherOrder),
            target("listReferrals", INTAKE_COORDINATOR),
            target("getReferral", INTAKE_COORDINATOR),
            target("getReferralDocument", INTAKE_COORDINATOR),
            target("reviewReferral", INTAKE_COORDINATOR),
            target("supplementReferral", INTAKE_COORDINATOR),
            target("listCases", PHARMACY_MANAGER),
            target("getCase", PHARMACY_MANAGER),
            target("listCaseEvents", PHARMACY_MANAGER),
            target("createCaseTransition", PHARMACY_MANAGER),
            target("createContactAttempt", PHARMACY_MANAGER),
            target("createAdherenceCall", CLINICAL_PHARMACIST),
            target("replaceCaseOwner", PHARMACY_MANAGER),
            target("getCaseBoard", PHARMACY_MANAGER),
            target("getPatientOverview", PHARMACY_MANAGER),
            target("getWorkflowSettings", PHARMACY_MANAGER),
            target("getWorkflowSettingsVersion", PHARMACY_MANAGER),
            target("createWorkflowSettings", PHARMACY_MANAGER),
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
            target("createTask", PHARMACY_MANAGER),
            target("listTasks", PHARMACY_MANAGER),
            target("getTask", PHARMACY_MANAGER),
            target("pullTask", PHARMACY_MANAGER),
            target("assignTask", PHARMACY_MANAGER),
            target("giveTaskBack", PHARMACY_MANAGER).after("assignTask"),
            target("snoozeTask", PHARMACY_MANAGER).each(AttackList::untilTomorrow),
            target("completeTask", PHARMACY_MANAGER),
            target("reassignTasks", PHARMACY_MANAGER),
            target("submitPriorAuthorisation", PHARMACY_MANAGER),
            target("recordInformationRequest", PHARMACY_MANAGER).after("submitPriorAuthorisation"),
            target("answerInformationRequest", PHARMACY_MANAGER).after("recordInformationRequest"),
            target("recordPayerDecision", PHARMACY_MANAGER).after("submitPriorAuthorisation"),
            target("appealPriorAuthorisation", PHARMACY_MANAGER).after("recordPayerDecision"),
            target("voidPriorAuthorisation", PHARMACY_MANAGER),
            target("inquireAfterPriorAuthorisation", PHARMACY_MANAGER),
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
            target("listAssessmentTemplates", PHARMACY_MANAGER),
            target("createAssessmentTemplate", PHARMACY_MANAGER).each(body -> body.put("code", UnusedNumbers.key())),
            target("getAssessmentTemplate", PHARMACY_MANAGER),
            target("listAssessmentTemplateVersions", PHARMACY_MANAGER),
            target("createAssessmentTemplateVersion", PHARMACY_MANAGER),
            target("retireAssessmentTemplate", PHARMACY_MANAGER),
            target("createAssessment", CLINICAL_PHARMACIST),
            target("listAssessments", CLINICAL_PHARMACIST),
            target("getAssessment", CLINICAL_PHARMACIST),
            target("replaceAssessment", CLINICAL_PHARMACIST),
            target("updateAssessment", CLINICAL_PHARMACIST),
            target("signAssessment", CLINICAL_PHARMACIST),
            target("amendAssessment", CLINICAL_PHARMACIST).after("signAssessment"),
            target("reportAnswers", CLINICAL_PHARMACIST),
            target("countAnswers", CLINICAL_PHARMACIST),
            target("createClinicalConcern", CLINICAL_PHARMACIST).each(body -> body.put("code", UnusedNumbers.key())),
            target("listClinicalConcerns", CLINICAL_PHARMACIST),
            target("getClinicalConcern", CLINICAL_PHARMACIST),
            target("followUpClinicalConcern", CLINICAL_PHARMACIST),
            target("resolveClinicalConcern", CLINICAL_PHARMACIST),
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
            target("createStockLocation", FULFILMENT_TECHNICIAN).each(AttackList::renamed),
            target("listStockLocations", FULFILMENT_TECHNICIAN),
            target("getStockLocation", FULFILMENT_TECHNICIAN),
            target("replaceStockLocation", FULFILMENT_TECHNICIAN).each(AttackList::renamed),
            target("createStockReceipt", FULFILMENT_TECHNICIAN).each(AttackList::anotherLot),
            target("listStockLots", FULFILMENT_TECHNICIAN),
            target("getStockLot", FULFILMENT_TECHNICIAN),
            target("listStockMovements", FULFILMENT_TECHNICIAN),
            target("transferStockLot", FULFILMENT_TECHNICIAN),
            target("wasteStockLot", FULFILMENT_TECHNICIAN),
            target("holdStockLot", FULFILMENT_TECHNICIAN),
            target("decideStockLot", CLINICAL_PHARMACIST).after("holdStockLot"),
            target("adjustStockLot", FULFILMENT_TECHNICIAN),
            target("confirmStockAdjustment", CLINICAL_PHARMACIST).after("adjustStockLot"),
            target("withdrawStockAdjustment", FULFILMENT_TECHNICIAN).after("adjustStockLot"),
            target("proposeStock", FULFILMENT_TECHNICIAN),
            target("listStockLevels", FULFILMENT_TECHNICIAN),
            target("getStockLevel", FULFILMENT_TECHNICIAN),
            target("replaceStockLevel", FULFILMENT_TECHNICIAN),
            target("createExcursion", FULFILMENT_TECHNICIAN),
            target("listExcursions", FULFILMENT_TECHNICIAN),
            target("getExcursion", FULFILMENT_TECHNICIAN),
            target("decideExcursion", CLINICAL_PHARMACIST),
            target("createRecall", PHARMACY_MANAGER),
            target("listRecalls", PHARMACY_MANAGER),
            target("getRecall", PHARMACY_MANAGER),
            target("closeRecall", PHARMACY_MANAGER),
            target("createStockCount", FULFILMENT_TECHNICIAN),
            target("listStockCounts", FULFILMENT_TECHNICIAN),
            target("getStockCount", FULFILMENT_TECHNICIAN),
            target("countStockLot", FULFILMENT_TECHNICIAN),
            target("recountStockLot", PHARMACY_MANAGER).after("countStockLot"),
            target("signStockCount", CLINICAL_PHARMACIST).after("recountStockLot"),
            target("cancelStockCount", FULFILMENT_TECHNICIAN),
            target("createImport", PHARMACY_MANAGER).each(body -> body.put("source", UnusedNumbers.slug())),
            target("getImport", PHARMACY_MANAGER),
            target("importLines", PHARMACY_MANAGER),
            target("listRefusedLines", PHARMACY_MANAGER),
            target("completeImport", PHARMACY_MANAGER),
            target("createDispense", FULFILMENT_TECHNICIAN),
            target("listDispenses", FULFILMENT_TECHNICIAN),
            target("getDispense", FULFILMENT_TECHNICIAN),
            target("listDispenseEvents", FULFILMENT_TECHNICIAN),
            target("getDispenseLabel", FULFILMENT_TECHNICIAN),
            target("listClosedGates", FULFILMENT_TECHNICIAN),
            target("authoriseDispense", DISPENSING_PHARMACIST),
            target("settleCopay", BILLER),
            target("exemptFromClaim", BILLER),
            target("withdrawClaimExemption", BILLER).after("exemptFromClaim"),
            target("billDispense", BILLER),
            target("listDispenseClaims", BILLER),
            target("planShipment", FULFILMENT_TECHNICIAN),
            target("fillDispense", FULFILMENT_TECHNICIAN),
            target("rejectDispense", DISPENSING_PHARMACIST),
            target("overrideGate", DISPENSING_PHARMACIST),
            target("verifyDispense", DISPENSING_PHARMACIST),
            target("packDispense", FULFILMENT_TECHNICIAN),
            target("shipDispense", FULFILMENT_TECHNICIAN),
            target("deliverDispense", FULFILMENT_TECHNICIAN).each(Workbench::deliveredNow),
            target("reportDeliveryException", FULFILMENT_TECHNICIAN),
            target("returnDispense", FULFILMENT_TECHNICIAN),
            target("reverseDispense", DISPENSING_PHARMACIST),
            target("cancelDispense", FULFILMENT_TECHNICIAN),
            target("recordTolerance", DISPENSING_PHARMACIST),
            target("listAffectedDispenses", PHARMACY_MANAGER),
            target("recordRecallContact", PHARMACY_MANAGER),
            target("setSandboxClock", PHARMACY_MANAGER)
                    .each(body -> body.put("now", Instant.now().toString())),
            target("getSandboxClock", PHARMACY_MANAGER),
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

    private static ObjectNode untilTomorrow(ObjectNode body) {
        return body.put("until", Instant.now().plus(Duration.ofDays(1)).toString());
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

    /** One that was never sent, of somebody like nobody: whoever is alike would leave it in doubt. */
    private static ObjectNode anotherOrder(ObjectNode body) {
        var patient = (ObjectNode) body.at("/order/patient");
        patient.put("birthDate", UnusedNumbers.birthDate());
        ((ObjectNode) patient.get("name")).put("family", UnusedNumbers.familyName());
        ((ObjectNode) body.at("/order/medication")).put("writtenAt", UnusedNumbers.instant());
        return body;
    }

    private static ObjectNode renamed(ObjectNode body) {
        return body.put("name", UnusedNumbers.key());
    }

    /** One that was never received: the package of the example is received once. */
    private static ObjectNode anotherLot(ObjectNode body) {
        var line = (ObjectNode) body.path("lines").path(0);
        line.remove("barcode");
        line.put("lotNumber", UnusedNumbers.key().toUpperCase(Locale.ROOT)).put("expiresOn", "2031-11");
        return body;
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
