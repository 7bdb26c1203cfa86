package dev.firstfill.api.security;

import static dev.firstfill.api.security.Role.ADHERENCE_NURSE;
import static dev.firstfill.api.security.Role.BENEFITS_INVESTIGATOR;
import static dev.firstfill.api.security.Role.BILLER;
import static dev.firstfill.api.security.Role.CLINICAL_PHARMACIST;
import static dev.firstfill.api.security.Role.DISPENSING_PHARMACIST;
import static dev.firstfill.api.security.Role.FINANCIAL_NAVIGATOR;
import static dev.firstfill.api.security.Role.FULFILMENT_TECHNICIAN;
import static dev.firstfill.api.security.Role.INTAKE_COORDINATOR;
import static dev.firstfill.api.security.Role.INTEGRATION_CLIENT;
import static dev.firstfill.api.security.Role.PA_SPECIALIST;
import static dev.firstfill.api.security.Role.PHARMACY_MANAGER;
import static dev.firstfill.api.security.Role.PLATFORM_OPERATOR;
import static dev.firstfill.api.security.Role.PRIVACY_OFFICER;
import static dev.firstfill.api.security.Role.TELEPHONY_CLIENT;
import static dev.firstfill.api.security.Role.TENANT_ADMINISTRATOR;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may do what: the only place where it is said. Whoever is not named here is refused; {@code docs/permissions.md}
 * and the contract are rendered from it. Beside it stands whether its use is audited.
 *
 * <p>The minimum necessary for each task (45 CFR 164.502(b)): the administrator of a pharmacy sets it up and sees no
 * patient, and the operator of the platform sees no pharmacy from inside.
 */
public enum Permission {
    SELF_READ(Names.SELF_READ, Audit.NO_PATIENT_DATA, "See who the platform takes you for", EnumSet.allOf(Role.class)),

    PATIENT_READ(
            Names.PATIENT_READ,
            Audit.PATIENT_DATA,
            "See and find patients",
            staffAnd(PRIVACY_OFFICER, INTEGRATION_CLIENT)),
    PATIENT_WRITE(
            Names.PATIENT_WRITE,
            Audit.PATIENT_DATA,
            "Register patients and change their record",
            INTAKE_COORDINATOR,
            BENEFITS_INVESTIGATOR,
            CLINICAL_PHARMACIST,
            DISPENSING_PHARMACIST,
            ADHERENCE_NURSE,
            PHARMACY_MANAGER,
            INTEGRATION_CLIENT),
    PATIENT_ERASE(Names.PATIENT_ERASE, Audit.PATIENT_DATA, "Erase patients for good", PRIVACY_OFFICER),

    REFERRAL_READ(
            Names.REFERRAL_READ,
            Audit.PATIENT_DATA,
            "See referrals, what they lack, and the documents that were sent",
            INTAKE_COORDINATOR,
            BENEFITS_INVESTIGATOR,
            PA_SPECIALIST,
            FINANCIAL_NAVIGATOR,
            CLINICAL_PHARMACIST,
            DISPENSING_PHARMACIST,
            PHARMACY_MANAGER,
            PRIVACY_OFFICER,
            INTEGRATION_CLIENT),
    REFERRAL_WRITE(
            Names.REFERRAL_WRITE,
            Audit.PATIENT_DATA,
            "Send referrals, and add what they lacked",
            INTAKE_COORDINATOR,
            PHARMACY_MANAGER,
            INTEGRATION_CLIENT),
    /** No program's: who is who, a person decides. */
    REFERRAL_REVIEW(
            Names.REFERRAL_REVIEW,
            Audit.PATIENT_DATA,
            "Decide whose a doubtful referral is",
            INTAKE_COORDINATOR,
            PHARMACY_MANAGER),

    PRESCRIBER_READ(Names.PRESCRIBER_READ, Audit.NO_PATIENT_DATA, "See and find prescribers", everybodyInAPharmacy()),
    PRESCRIBER_WRITE(
            Names.PRESCRIBER_WRITE,
            Audit.CHANGE,
            "Enter prescribers and change them",
            INTAKE_COORDINATOR,
            PA_SPECIALIST,
            CLINICAL_PHARMACIST,
            DISPENSING_PHARMACIST,
            PHARMACY_MANAGER,
            INTEGRATION_CLIENT),

    DRUG_READ(Names.DRUG_READ, Audit.NO_PATIENT_DATA, "See and find drugs", everybodyInAPharmacy()),
    DRUG_WRITE(
            Names.DRUG_WRITE,
            Audit.CHANGE,
            "Enter drugs and change them",
            CLINICAL_PHARMACIST,
            DISPENSING_PHARMACIST,
            PHARMACY_MANAGER),

    INVENTORY_READ(
            Names.INVENTORY_READ,
            Audit.NO_PATIENT_DATA,
            "See what is in stock, and how it came and went",
            CLINICAL_PHARMACIST,
            DISPENSING_PHARMACIST,
            FULFILMENT_TECHNICIAN,
            BILLER,
            PHARMACY_MANAGER),
    INVENTORY_WRITE(
            Names.INVENTORY_WRITE,
            Audit.CHANGE,
            "Receive, move, count, hold and waste stock, and report excursions",
            CLINICAL_PHARMACIST,
            DISPENSING_PHARMACIST,
            FULFILMENT_TECHNICIAN,
            PHARMACY_MANAGER),
    INVENTORY_APPROVE(
            Names.INVENTORY_APPROVE,
            Audit.CHANGE,
            "Sign counts and corrections of others, and decide on stock that waits",
            CLINICAL_PHARMACIST,
            DISPENSING_PHARMACIST),
    RECALL_READ(
            Names.RECALL_READ,
            Audit.NO_PATIENT_DATA,
            "See which lots are recalled",
            CLINICAL_PHARMACIST,
            DISPENSING_PHARMACIST,
            FULFILMENT_TECHNICIAN,
            BILLER,
            PHARMACY_MANAGER),
    RECALL_MANAGE(
            Names.RECALL_MANAGE,
            Audit.CHANGE,
            "Open and close recalls",
            CLINICAL_PHARMACIST,
            DISPENSING_PHARMACIST,
            PHARMACY_MANAGER),

    CUSTOM_FIELD_READ(
            Names.CUSTOM_FIELD_READ,
            Audit.NO_PATIENT_DATA,
            "See which fields the pharmacy defined",
            everybodyInAPharmacy()),
    CUSTOM_FIELD_WRITE(
            Names.CUSTOM_FIELD_WRITE,
            Audit.CHANGE,
            "Define the pharmacy's own fields",
            PHARMACY_MANAGER,
            TENANT_ADMINISTRATOR),

    CUSTOM_FIELD_READ_SENSITIVE(
            Names.CUSTOM_FIELD_READ_SENSITIVE,
            Audit.PATIENT_DATA,
            "See the values of sensitive fields",
            CLINICAL_PHARMACIST,
            DISPENSING_PHARMACIST,
            ADHERENCE_NURSE,
            PHARMACY_MANAGER,
            PRIVACY_OFFICER),

    DISPENSE_READ(
            Names.DISPENSE_READ,
            Audit.PATIENT_DATA,
            "See dispenses, their story and what would stop them",
            staffAnd(PRIVACY_OFFICER, INTEGRATION_CLIENT)),
    DISPENSE_WRITE(
            Names.DISPENSE_WRITE,
            Audit.PATIENT_DATA,
            "Queue, fill, pack, ship and follow dispenses",
            CLINICAL_PHARMACIST,
            DISPENSING_PHARMACIST,
            FULFILMENT_TECHNICIAN,
            PHARMACY_MANAGER),
    DISPENSE_VERIFY(
            Names.DISPENSE_VERIFY,
            Audit.PATIENT_DATA,
            "Verify dispenses, send them back, and reverse them: a pharmacist's acts",
            CLINICAL_PHARMACIST,
            DISPENSING_PHARMACIST),
    DISPENSE_COUNSEL(
            Names.DISPENSE_COUNSEL,
            Audit.PATIENT_DATA,
            "Record how a patient tolerated the first part of a split fill",
            CLINICAL_PHARMACIST,
            DISPENSING_PHARMACIST,
            ADHERENCE_NURSE),
    DISPENSE_BILL(
            Names.DISPENSE_BILL,
            Audit.PATIENT_DATA,
            "Bill dispenses, settle the patient's share, and document why nobody is billed",
            BENEFITS_INVESTIGATOR,
            FINANCIAL_NAVIGATOR,
            BILLER,
            PHARMACY_MANAGER),
    GATE_OVERRIDE(
            Names.GATE_OVERRIDE,
            Audit.PATIENT_DATA,
            "Decide that a closed gate does not hold a dispense up",
            CLINICAL_PHARMACIST,
            DISPENSING_PHARMACIST,
            PHARMACY_MANAGER),

    CLAIM_READ(
            Names.CLAIM_READ,
            Audit.PATIENT_DATA,
            "See claims and what payers answered",
            BENEFITS_INVESTIGATOR,
            PA_SPECIALIST,
            FINANCIAL_NAVIGATOR,
            CLINICAL_PHARMACIST,
            DISPENSING_PHARMACIST,
            BILLER,
            PHARMACY_MANAGER),
    CLAIM_TEST(
            Names.CLAIM_TEST,
            Audit.PATIENT_DATA,
            "Ask payers what they would pay",
            BENEFITS_INVESTIGATOR,
            BILLER,
            PHARMACY_MANAGER),
    /** No pharmacist's: DAW, benefit and amounts are billing codes, and reversals move money. */
    CLAIM_WRITE(
            Names.CLAIM_WRITE,
            Audit.PATIENT_DATA,
            "Reverse and abandon claims, and bill rejected ones with other codes",
            BILLER,
            PHARMACY_MANAGER),

    RECALL_TRACE(
            Names.RECALL_TRACE,
            Audit.PATIENT_DATA,
            "Find out whom a recall concerns, and record that they were told",
            CLINICAL_PHARMACIST,
            DISPENSING_PHARMACIST,
            FULFILMENT_TECHNICIAN,
            ADHERENCE_NURSE,
            PHARMACY_MANAGER),

    PRESCRIPTION_READ(
            Names.PRESCRIPTION_READ,
            Audit.PATIENT_DATA,
            "See prescriptions, what happened to them, and requests for renewals",
            staffAnd(PRIVACY_OFFICER, INTEGRATION_CLIENT)),
    PRESCRIPTION_WRITE(
            Names.PRESCRIPTION_WRITE,
            Audit.PATIENT_DATA,
            "Enter prescriptions as drafts, change drafts, ask for renewals and enter their answers",
            INTAKE_COORDINATOR,
            CLINICAL_PHARMACIST,
            DISPENSING_PHARMACIST,
            FULFILMENT_TECHNICIAN,
            INTEGRATION_CLIENT),
    PRESCRIPTION_HOLD(
            Names.PRESCRIPTION_HOLD,
            Audit.PATIENT_DATA,
            "Put prescriptions on hold",
            INTAKE_COORDINATOR,
            CLINICAL_PHARMACIST,
            DISPENSING_PHARMACIST,
            FULFILMENT_TECHNICIAN,
            ADHERENCE_NURSE,
            PHARMACY_MANAGER),
    PRESCRIPTION_VERIFY(
            Names.PRESCRIPTION_VERIFY,
            Audit.PATIENT_DATA,
            "Activate, release, cancel and transfer prescriptions, and change those that are active",
            CLINICAL_PHARMACIST,
            DISPENSING_PHARMACIST),

    ASSESSMENT_READ(
            Names.ASSESSMENT_READ,
            Audit.PATIENT_DATA,
            "See clinical assessments and concerns, and report on answers",
            PA_SPECIALIST,
            CLINICAL_PHARMACIST,
            DISPENSING_PHARMACIST,
            FULFILMENT_TECHNICIAN,
            ADHERENCE_NURSE,
            PHARMACY_MANAGER,
            PRIVACY_OFFICER),
    ASSESSMENT_WRITE(
            Names.ASSESSMENT_WRITE,
            Audit.PATIENT_DATA,
            "Take down patients' answers, raise concerns and follow them up",
            CLINICAL_PHARMACIST,
            DISPENSING_PHARMACIST,
            FULFILMENT_TECHNICIAN,
            ADHERENCE_NURSE),
    ASSESSMENT_SIGN(
            Names.ASSESSMENT_SIGN,
            Audit.PATIENT_DATA,
            "Sign and amend assessments whose template takes one's signature, and resolve concerns",
            CLINICAL_PHARMACIST,
            DISPENSING_PHARMACIST,
            ADHERENCE_NURSE),
    ASSESSMENT_TEMPLATE_READ(
            Names.ASSESSMENT_TEMPLATE_READ, Audit.NO_PATIENT_DATA, "See what assessments ask", everybodyInAPharmacy()),
    ASSESSMENT_TEMPLATE_WRITE(
            Names.ASSESSMENT_TEMPLATE_WRITE,
            Audit.CHANGE,
            "Publish and retire the pharmacy's own assessment templates",
            CLINICAL_PHARMACIST,
            PHARMACY_MANAGER),

    AUTHORISATION_READ(
            Names.AUTHORISATION_READ,
            Audit.PATIENT_DATA,
            "See what payers said when they were asked before",
            staffAnd(PRIVACY_OFFICER, INTEGRATION_CLIENT)),
    AUTHORISATION_WRITE(
            Names.AUTHORISATION_WRITE,
            Audit.PATIENT_DATA,
            "Enter and amend what payers said when they were asked before",
            BENEFITS_INVESTIGATOR,
            PA_SPECIALIST,
            CLINICAL_PHARMACIST,
            DISPENSING_PHARMACIST,
            PHARMACY_MANAGER),

    AUTHORISATION_REQUEST(
            Names.AUTHORISATION_REQUEST,
            Audit.PATIENT_DATA,
            "Ask payers for prior authorisation, answer them, record their decisions and appeal",
            BENEFITS_INVESTIGATOR,
            PA_SPECIALIST,
            PHARMACY_MANAGER),
    TASK_READ(
            Names.TASK_READ,
            Audit.PATIENT_DATA,
            "See what is to be done, by whom, and what became of it",
            staffAnd(PRIVACY_OFFICER)),
    TASK_WORK(
            Names.TASK_WORK,
            Audit.PATIENT_DATA,
            "Open tasks, and pull, hand over, put off and complete those of one's queues",
            staffAnd()),
    TASK_MANAGE(
            Names.TASK_MANAGE,
            Audit.PATIENT_DATA,
            "Take tasks out of others' hands, one or many at once",
            PHARMACY_MANAGER),

    REPORT_READ(
            Names.REPORT_READ,
            Audit.PATIENT_DATA,
            "Read the reports of the day's work",
            CLINICAL_PHARMACIST,
            DISPENSING_PHARMACIST,
            FULFILMENT_TECHNICIAN,
            BILLER,
            PHARMACY_MANAGER),

    CASE_READ(
            Names.CASE_READ,
            Audit.PATIENT_DATA,
            "See where patients' cases stand, and a patient at a glance",
            staffAnd(PRIVACY_OFFICER, INTEGRATION_CLIENT)),
    CASE_WRITE(Names.CASE_WRITE, Audit.PATIENT_DATA, "Move cases, each as the queues allow that one works", staffAnd()),
    CASE_COUNT(Names.CASE_COUNT, Audit.NO_PATIENT_DATA, "Count the open cases", everybodyInAPharmacy()),
    WORKFLOW_READ(Names.WORKFLOW_READ, Audit.NO_PATIENT_DATA, "See how cases are worked", everybodyInAPharmacy()),
    WORKFLOW_WRITE(
            Names.WORKFLOW_WRITE, Audit.CHANGE, "Say how cases are worked", PHARMACY_MANAGER, TENANT_ADMINISTRATOR),

    AUDIT_READ(
            Names.AUDIT_READ,
            Audit.PATIENT_DATA,
            "Read the audit ledger, verify it, and report who saw a patient's data",
            PRIVACY_OFFICER),
    DISCLOSURE_READ(
            Names.DISCLOSURE_READ,
            Audit.PATIENT_DATA,
            "Account for what of a patient was disclosed to whom",
            PRIVACY_OFFICER,
            PHARMACY_MANAGER),
    DISCLOSURE_WRITE(
            Names.DISCLOSURE_WRITE,
            Audit.PATIENT_DATA,
            "Record that data of a patient was disclosed to somebody outside",
            PRIVACY_OFFICER,
            PHARMACY_MANAGER),

    EMERGENCY_ACCESS(
            Names.EMERGENCY_ACCESS,
            Audit.PATIENT_DATA,
            "Read one patient's record in an emergency, to be reviewed afterwards",
            EnumSet.complementOf(EnumSet.of(PLATFORM_OPERATOR, TELEPHONY_CLIENT, INTEGRATION_CLIENT))),
    EMERGENCY_REVIEW(
            Names.EMERGENCY_REVIEW,
            Audit.PATIENT_DATA,
            "See who read which record in an emergency, and review it",
            PRIVACY_OFFICER),

    IMPORT_RUN(
            Names.IMPORT_RUN,
            Audit.PATIENT_DATA,
            "Take in what another system knows of patients, prescriptions and dispenses",
            PHARMACY_MANAGER,
            INTEGRATION_CLIENT),

    SANDBOX_CLOCK(
            Names.SANDBOX_CLOCK,
            Audit.CHANGE,
            "See and advance the time of a sandbox pharmacy",
            PHARMACY_MANAGER,
            TENANT_ADMINISTRATOR,
            INTEGRATION_CLIENT),

    TENANT_READ(Names.TENANT_READ, Audit.PLATFORM, "See which pharmacies the platform serves", PLATFORM_OPERATOR),
    TENANT_MANAGE(
            Names.TENANT_MANAGE,
            Audit.PLATFORM,
            "Provision, suspend, resume, off-board and migrate pharmacies",
            PLATFORM_OPERATOR);

    /** For annotations, which take constants only. */
    public static final class Names {
        public static final String SELF_READ = "self:read";
        public static final String PATIENT_READ = "patient:read";
        public static final String PATIENT_WRITE = "patient:write";
        public static final String PATIENT_ERASE = "patient:erase";
        public static final String REFERRAL_READ = "referral:read";
        public static final String REFERRAL_WRITE = "referral:write";
        public static final String REFERRAL_REVIEW = "referral:review";
        public static final String PRESCRIBER_READ = "prescriber:read";
        public static final String PRESCRIBER_WRITE = "prescriber:write";
        public static final String DRUG_READ = "drug:read";
        public static final String DRUG_WRITE = "drug:write";
        public static final String INVENTORY_READ = "inventory:read";
        public static final String INVENTORY_WRITE = "inventory:write";
        public static final String INVENTORY_APPROVE = "inventory:approve";
        public static final String RECALL_READ = "recall:read";
        public static final String RECALL_MANAGE = "recall:manage";
        public static final String CUSTOM_FIELD_READ = "custom-field:read";
        public static final String CUSTOM_FIELD_WRITE = "custom-field:write";
        public static final String DISPENSE_READ = "dispense:read";
        public static final String DISPENSE_WRITE = "dispense:write";
        public static final String DISPENSE_VERIFY = "dispense:verify";
        public static final String DISPENSE_COUNSEL = "dispense:counsel";
        public static final String DISPENSE_BILL = "dispense:bill";
        public static final String GATE_OVERRIDE = "gate:override";
        public static final String CLAIM_READ = "claim:read";
        public static final String CLAIM_TEST = "claim:test";
        public static final String CLAIM_WRITE = "claim:write";
        public static final String RECALL_TRACE = "recall:trace";
        public static final String PRESCRIPTION_READ = "prescription:read";
        public static final String PRESCRIPTION_WRITE = "prescription:write";
        public static final String PRESCRIPTION_HOLD = "prescription:hold";
        public static final String PRESCRIPTION_VERIFY = "prescription:verify";
        public static final String ASSESSMENT_READ = "assessment:read";
        public static final String ASSESSMENT_WRITE = "assessment:write";
        public static final String ASSESSMENT_SIGN = "assessment:sign";
        public static final String ASSESSMENT_TEMPLATE_READ = "assessment-template:read";
        public static final String ASSESSMENT_TEMPLATE_WRITE = "assessment-template:write";
        public static final String AUTHORISATION_READ = "authorisation:read";
        public static final String AUTHORISATION_REQUEST = "authorisation:request";
        public static final String AUTHORISATION_WRITE = "authorisation:write";
        public static final String TASK_READ = "task:read";
        public static final String TASK_WORK = "task:work";
        public static final String TASK_MANAGE = "task:manage";
        public static final String REPORT_READ = "report:read";
        public static final String CASE_READ = "case:read";
        public static final String CASE_WRITE = "case:write";
        public static final String CASE_COUNT = "case:count";
        public static final String WORKFLOW_READ = "workflow:read";
        public static final String WORKFLOW_WRITE = "workflow:write";
        public static final String AUDIT_READ = "audit:read";
        public static final String DISCLOSURE_READ = "disclosure:read";
        public static final String DISCLOSURE_WRITE = "disclosure:write";
        public static final String EMERGENCY_ACCESS = "emergency:access";
        public static final String EMERGENCY_REVIEW = "emergency:review";
        public static final String CUSTOM_FIELD_READ_SENSITIVE = "custom-field:read-sensitive";
        public static final String IMPORT_RUN = "import:run";
        public static final String SANDBOX_CLOCK = "sandbox:clock";
        public static final String TENANT_READ = "tenant:read";
        public static final String TENANT_MANAGE = "tenant:manage";

        private Names() {}
    }

    private static final Map<String, Permission> BY_WIRE_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(Permission::wireName, permission -> permission));

    private final String wireName;
    private final Audit audit;
    private final String purpose;
    private final Set<Role> roles;

    Permission(String wireName, Audit audit, String purpose, Role first, Role... others) {
        this(wireName, audit, purpose, EnumSet.of(first, others));
    }

    Permission(String wireName, Audit audit, String purpose, Set<Role> roles) {
        this.wireName = wireName;
        this.audit = audit;
        this.purpose = purpose;
        this.roles = Set.copyOf(roles);
    }

    public String wireName() {
        return wireName;
    }

    public Audit audit() {
        return audit;
    }

    public String purpose() {
        return purpose;
    }

    public boolean isGivenTo(Role role) {
        return roles.contains(role);
    }

    public static Optional<Permission> named(String wireName) {
        return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
    }

    /** Whoever works on patients' orders, whichever part of them, and these. */
    private static Set<Role> staffAnd(Role... others) {
        var staff = EnumSet.range(INTAKE_COORDINATOR, PHARMACY_MANAGER);
        staff.addAll(Set.of(others));
        return staff;
    }

    private static Set<Role> everybodyInAPharmacy() {
        return EnumSet.complementOf(EnumSet.of(PLATFORM_OPERATOR, TELEPHONY_CLIENT));
    }
}
