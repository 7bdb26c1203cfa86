package dev.firstfill.bench.platform;

/** Bodies of patients as they are sent. */
public final class Patients {

    /** Of usual size: a phone, an address, a diagnosis. */
    public static final String MARISOL = """
            {"name": {"given": "Marisol", "family": "Vega"}, "birthDate": "1961-04-12", "sex": "female",
             "phones": [{"use": "mobile", "number": "(518) 555-0142", "preferred": true}],
             "addresses": [{"use": "home", "line1": "12 Elm St", "city": "Albany", "state": "NY", "zip": "12207"}],
             "diagnoses": [{"code": "M05.79", "primary": true}]}
            """;

    private Patients() {}
}
