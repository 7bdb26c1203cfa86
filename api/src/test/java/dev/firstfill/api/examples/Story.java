package dev.firstfill.api.examples;

import static dev.firstfill.api.security.Role.BILLER;
import static dev.firstfill.api.security.Role.CLINICAL_PHARMACIST;
import static dev.firstfill.api.security.Role.DISPENSING_PHARMACIST;
import static dev.firstfill.api.security.Role.FULFILMENT_TECHNICIAN;
import static dev.firstfill.api.security.Role.INTAKE_COORDINATOR;
import static dev.firstfill.api.security.Role.PHARMACY_MANAGER;
import static dev.firstfill.api.security.Role.PLATFORM_OPERATOR;
import static dev.firstfill.api.security.Role.PRIVACY_OFFICER;

import dev.firstfill.api.security.Role;
import java.util.List;

/**
 * Operations that are called one after the other in a pharmacy of their own, where nothing else happens: so each is
 * answered the same in every run. The first that makes something makes what the paths of the later ones name.
 *
 * @param caller the roles of somebody who may do all of it
 */
record Story(List<Role> caller, List<String> operations) {
    private static final List<Role> AT_THE_SHELVES = List.of(PHARMACY_MANAGER, DISPENSING_PHARMACIST);

    private static final List<Role> AT_THE_BENCH =
            List.of(DISPENSING_PHARMACIST, FULFILMENT_TECHNICIAN, BILLER, PHARMACY_MANAGER);

    static final List<Story> ALL = List.of(
            told(PHARMACY_MANAGER, "getMe"),
            told(
                    PHARMACY_MANAGER,
                    "createPatient",
                    "listPatients",
                    "searchPatients",
                    "getPatient",
                    "replacePatient",
                    "updatePatient"),
            told(List.of(INTAKE_COORDINATOR, PRIVACY_OFFICER), "createPatient", "erasePatient"),
            told(
                    List.of(INTAKE_COORDINATOR, PRIVACY_OFFICER),
                    "createPatient",
                    "createDisclosure",
                    "getDisclosureAccount",
                    "listAccesses",
                    "listAuditRecords",
                    "getAuditRecord",
                    "verifyAuditRecords"),
            told(
                    List.of(INTAKE_COORDINATOR, PRIVACY_OFFICER),
                    "createPatient",
                    "createEmergencyAccess",
                    "getEmergencyPatient",
                    "closeEmergencyAccess",
                    "listEmergencyAccesses",
                    "getEmergencyAccess",
                    "reviewEmergencyAccess"),
            told(
                    INTAKE_COORDINATOR,
                    "createReferral",
                    "listReferrals",
                    "getReferral",
                    "getReferralDocument",
                    "supplementReferral"),
            told(INTAKE_COORDINATOR, "reviewReferral"),
            told(
                    PHARMACY_MANAGER,
                    "createReferral",
                    "listCases",
                    "getCase",
                    "createContactAttempt",
                    "replaceCaseOwner",
                    "getCaseBoard",
                    "getPatientOverview",
                    "createCaseTransition",
                    "listCaseEvents"),
            told(List.of(PHARMACY_MANAGER, CLINICAL_PHARMACIST), "createReferral", "createAdherenceCall"),
            told(PHARMACY_MANAGER, "createWorkflowSettings", "getWorkflowSettings", "getWorkflowSettingsVersion"),
            told(
                    PHARMACY_MANAGER,
                    "createPrescriber",
                    "listPrescribers",
                    "searchPrescribers",
                    "getPrescriber",
                    "replacePrescriber",
                    "updatePrescriber"),
            told(PHARMACY_MANAGER, "createDrug", "listDrugs", "searchDrugs", "getDrug", "replaceDrug", "updateDrug"),
            told(
                    DISPENSING_PHARMACIST,
                    "createPrescription",
                    "listPrescriptions",
                    "getPrescription",
                    "replacePrescription",
                    "updatePrescription",
                    "activatePrescription",
                    "holdPrescription",
                    "releasePrescription",
                    "createRenewalRequest",
                    "listRenewalRequests",
                    "answerRenewalRequest",
                    "transferPrescription",
                    "listPrescriptionChanges"),
            told(DISPENSING_PHARMACIST, "createPrescription", "cancelPrescription"),
            told(
                    PHARMACY_MANAGER,
                    "createPatient",
                    "createClaim",
                    "listClaims",
                    "getClaim",
                    "reverseClaim",
                    "abandonClaim",
                    "inquireAfterClaim",
                    "resubmitClaim"),
            told(
                    AT_THE_SHELVES,
                    "createDrug",
                    "createStockLocation",
                    "listStockLocations",
                    "getStockLocation",
                    "replaceStockLocation"),
            told(
                    AT_THE_SHELVES,
                    "createDrug",
                    "createStockLocation",
                    "createStockReceipt",
                    "adjustStockLot",
                    "confirmStockAdjustment",
                    "listStockLots",
                    "getStockLot",
                    "listStockMovements",
                    "wasteStockLot",
                    "transferStockLot",
                    "holdStockLot",
                    "decideStockLot"),
            told(
                    AT_THE_SHELVES,
                    "createDrug",
                    "createStockLocation",
                    "createStockReceipt",
                    "adjustStockLot",
                    "withdrawStockAdjustment"),
            told(
                    AT_THE_SHELVES,
                    "createDrug",
                    "createStockLocation",
                    "createStockReceipt",
                    "proposeStock",
                    "listStockLevels",
                    "getStockLevel",
                    "replaceStockLevel"),
            told(
                    AT_THE_SHELVES,
                    "createDrug",
                    "createStockLocation",
                    "createStockReceipt",
                    "createExcursion",
                    "listExcursions",
                    "getExcursion",
                    "decideExcursion"),
            told(
                    AT_THE_SHELVES,
                    "createDrug",
                    "createStockLocation",
                    "createStockReceipt",
                    "createRecall",
                    "listRecalls",
                    "getRecall",
                    "closeRecall"),
            told(
                    AT_THE_SHELVES,
                    "createDrug",
                    "createStockLocation",
                    "createStockReceipt",
                    "createStockCount",
                    "listStockCounts",
                    "getStockCount",
                    "countStockLot",
                    "recountStockLot",
                    "signStockCount"),
            told(
                    AT_THE_SHELVES,
                    "createDrug",
                    "createStockLocation",
                    "createStockReceipt",
                    "createStockCount",
                    "cancelStockCount"),
            told(
                    AT_THE_BENCH,
                    "createDispense",
                    "listDispenses",
                    "getDispense",
                    "exemptFromClaim",
                    "planShipment",
                    "fillDispense",
                    "getDispenseLabel",
                    "overrideGate",
                    "listClosedGates",
                    "verifyDispense",
                    "packDispense",
                    "shipDispense",
                    "deliverDispense",
                    "returnDispense",
                    "reverseDispense",
                    "listDispenseEvents"),
            told(
                    AT_THE_BENCH,
                    "createDispense",
                    "authoriseDispense",
                    "billDispense",
                    "listDispenseClaims",
                    "settleCopay",
                    "cancelDispense"),
            told(AT_THE_BENCH, "createDispense", "exemptFromClaim", "withdrawClaimExemption"),
            told(AT_THE_BENCH, "rejectDispense"),
            told(AT_THE_BENCH, "reportDeliveryException"),
            told(AT_THE_BENCH, "recordTolerance"),
            told(PHARMACY_MANAGER, "recordRecallContact", "listAffectedDispenses"),
            told(
                    PHARMACY_MANAGER,
                    "createPriorAuthorisation",
                    "listPriorAuthorisations",
                    "getPriorAuthorisation",
                    "replacePriorAuthorisation",
                    "updatePriorAuthorisation",
                    "submitPriorAuthorisation",
                    "recordInformationRequest",
                    "answerInformationRequest",
                    "recordPayerDecision",
                    "appealPriorAuthorisation"),
            told(PHARMACY_MANAGER, "voidPriorAuthorisation"),
            told(PHARMACY_MANAGER, "inquireAfterPriorAuthorisation"),
            told(
                    AT_THE_BENCH,
                    "createDispense",
                    "getFillsDueReport",
                    "getExpiringAuthorisationsReport",
                    "getStockOnHandReport",
                    "getDailyLog",
                    "getOpenRecallsReport"),
            told(
                    PHARMACY_MANAGER,
                    "createCustomField",
                    "listCustomFields",
                    "getCustomField",
                    "replaceCustomField",
                    "updateCustomField"),
            told(
                    PHARMACY_MANAGER,
                    "createAssessmentTemplate",
                    "listAssessmentTemplates",
                    "getAssessmentTemplate",
                    "createAssessmentTemplateVersion",
                    "listAssessmentTemplateVersions",
                    "retireAssessmentTemplate"),
            told(
                    CLINICAL_PHARMACIST,
                    "createPatient",
                    "createAssessment",
                    "listAssessments",
                    "getAssessment",
                    "updateAssessment",
                    "replaceAssessment",
                    "signAssessment",
                    "reportAnswers",
                    "countAnswers",
                    "amendAssessment"),
            told(
                    CLINICAL_PHARMACIST,
                    "createPatient",
                    "createClinicalConcern",
                    "listClinicalConcerns",
                    "getClinicalConcern",
                    "followUpClinicalConcern",
                    "resolveClinicalConcern"),
            told(
                    PHARMACY_MANAGER,
                    "createPatient",
                    "createTask",
                    "listTasks",
                    "getTask",
                    "pullTask",
                    "assignTask",
                    "reassignTasks",
                    "snoozeTask",
                    "giveTaskBack",
                    "completeTask"),
            told(PHARMACY_MANAGER, "createImport", "importLines", "getImport", "listRefusedLines", "completeImport"),
            told(PHARMACY_MANAGER, "setSandboxClock", "getSandboxClock"),
            told(
                    PLATFORM_OPERATOR,
                    "createTenant",
                    "listTenants",
                    "getTenant",
                    "limitTenant",
                    "suspendTenant",
                    "resumeTenant",
                    "listTenantEvents",
                    "offboardTenant"),
            told(PLATFORM_OPERATOR, "getMigration", "startMigration"),
            told(PHARMACY_MANAGER, "getProblem"));

    private static Story told(Role caller, String... operations) {
        return told(List.of(caller), operations);
    }

    private static Story told(List<Role> caller, String... operations) {
        return new Story(caller, List.of(operations));
    }

    @Override
    public String toString() {
        return String.join(", ", operations);
    }
}
