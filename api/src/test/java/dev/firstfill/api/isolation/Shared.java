package dev.firstfill.api.isolation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything a pharmacy keeps under an address of its own, with the names that two pharmacies can both use for
 * theirs. Each has a text into which a pharmacy puts its mark.
 */
enum Shared {
    PATIENT("/v1/patients", "P1001", """
            {"name": {"given": "Marisol", "family": "%1$s"}, "birthDate": "1961-04-12", "sex": "female",
             "coverages": [{"order": "primary", "benefit": "pharmacy", "payer": "%1$s", "memberId": "W123456789",
                            "bin": "610502"}]}
            """, """
            {"family": "%s", "birthDate": "1961-04-12"}
            """),
    PRESCRIBER("/v1/prescribers", "1234567893", """
            {"npi": "1234567893", "name": {"given": "Priya", "family": "%s"}}
            """, """
            {"npi": "1234567893"}
            """),
    DRUG("/v1/drugs", "00074433902", """
            {"ndc": "0074-4339-02", "name": "%s", "strength": "40 mg/0.4 mL", "dosageForm": "pen",
             "manufacturer": "Helix Therapeutics", "packageSize": {"quantity": 2, "unit": "pen"},
             "storage": "refrigerated", "requiresRems": false, "limitedDistribution": true, "schedule": "none"}
            """, """
            {"ndc": "00074433902"}
            """),
    CUSTOM_FIELD("/v1/custom-fields", null, """
            {"key": "journeyStage", "label": "%s", "type": "text"}
            """, null),
    /** Of the first patient, prescriber and drug, so it comes after them. */
    PRESCRIPTION("/v1/prescriptions", "RX1001", """
            {"patient": "P1001", "prescriber": "1234567893", "drug": "00074433902", "sig": "%s", "quantity": 2,
             "daysSupply": 28, "refillsAuthorised": 2, "writtenOn": "2026-03-02", "icd10Codes": ["M05.79"],
             "dispenseAsWritten": "no-selection", "origin": "electronic"}
            """, null),
    /** Of the first patient and a drug, so it comes after them; marked by whom it is billed to. */
    CLAIM("/v1/claims", null, """
            {"patient": "P1001", "drug": "00074433902", "prescriber": "1234567893", "diagnoses": ["M05.79"],
             "benefit": "pharmacy", "quantity": 2, "daysSupply": 28,
             "billed": {"amount": "642.00", "currency": "USD"}}
            """, null),
    ASSESSMENT_TEMPLATE("/v1/assessment-templates", null, """
            {"code": "visit", "content": {"title": "%s", "condition": "general", "daysCurrent": 30,
             "signatories": ["nurse"], "questions": [{"code": "well", "text": "Well?", "type": "boolean"}]}}
            """, null),
    /** Of the first patient, so it comes after the patients, as all that follow do. */
    ASSESSMENT("/v1/assessments", null, """
            {"patient": "P1001", "template": "adherence",
             "answers": {"main-barrier": "other", "barrier-in-words": "%s"}}
            """, null),
    CLINICAL_CONCERN("/v1/clinical-concerns", null, """
            {"patient": "P1001", "kind": "barrier", "code": "cost", "note": "%s"}
            """, null),
    PRIOR_AUTHORISATION("/v1/prior-authorisations", null, """
            {"patient": "P1001", "drug": "00074433902", "state": "denied", "payer": "%s"}
            """, null),
    TASK("/v1/tasks", null, """
            {"patient": "P1001", "type": "other", "queue": "data-quality", "priority": "normal", "note": "%s"}
            """, null),
    EMERGENCY_ACCESS("/v1/emergency-accesses", null, """
            {"patient": "P1001", "reasonCode": "patient-in-danger", "reason": "%s"}
            """, null),
    STOCK_LOCATION("/v1/stock-locations", null, """
            {"name": "%s", "storage": "refrigerated", "active": true}
            """, null),
    /** In the first place, which is called as its pharmacy's mark is. */
    STOCK_LOT("/v1/stock-lots", null, """
            {"lines": [{"drug": "00074433902", "quantity": 10, "lotNumber": "HX4471A", "expiresOn": "2031-11",
                        "ownership": "client-owned", "owner": "%1$s", "location": "%1$s"}]}
            """, null),
    EXCURSION("/v1/excursions", null, """
            {"location": "%1$s", "readings": [{"at": "2026-03-02T02:00:00Z", "celsius": 9.5}], "note": "%1$s"}
            """, null),
    RECALL("/v1/recalls", null, """
            {"drug": "00074433902", "lotNumbers": ["HX4471A"], "recallClass": "II", "depth": "patient",
             "reference": "%s"}
            """, null);

    final String path;
    /** What people call the first of its kind, in every pharmacy alike; null where only the id names it. */
    final @Nullable String commonName;

    private final String body;
    private final @Nullable String search;

    Shared(String path, @Nullable String commonName, String body, @Nullable String search) {
        this.path = path;
        this.commonName = commonName;
        this.body = body;
        this.search = search;
    }

    /** A lot is made by taking a delivery in. */
    String madeAt() {
        return this == STOCK_LOT ? "/v1/stock-receipts" : path;
    }

    String marked(String mark) {
        return body.formatted(mark);
    }

    Optional<String> searchFor(String mark) {
        return Optional.ofNullable(search).map(text -> text.formatted(mark));
    }
}
