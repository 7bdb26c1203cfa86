package dev.firstfill.api.examples;

import static dev.firstfill.api.security.Role.PHARMACY_MANAGER;
import static dev.firstfill.api.security.Role.PLATFORM_OPERATOR;

import dev.firstfill.api.security.Role;
import java.util.List;

/**
 * Operations that are called one after the other in a pharmacy of their own, where nothing else happens: so each is
 * answered the same in every run. The first that makes something makes what the paths of the later ones name.
 *
 * @param caller somebody who may do all of it
 */
record Story(Role caller, List<String> operations) {
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
                    PHARMACY_MANAGER,
                    "createCustomField",
                    "listCustomFields",
                    "getCustomField",
                    "replaceCustomField",
                    "updateCustomField"),
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
        return new Story(caller, List.of(operations));
    }

    @Override
    public String toString() {
        return String.join(", ", operations);
    }
}
