package dev.firstfill.bench.platform;

import dev.firstfill.bench.load.Loop;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A pharmacy with many cases: patients through the API, because they are sealed; cases as weeks of work leave them. */
public final class ManyCases {
    private static final int CLIENTS = 16;
    private static final int TELL_EVERY = 2_000;
    private static final int BIRTH_DATES = 30_000;
    private static final String STATES =
            "NEW_REFERRAL_INTAKE,BENEFITS_INVESTIGATION,PA_PREPARATION,PA_PENDING_PAYER,WELCOME_CALL_PENDING,"
                    + "CLINICALLY_CLEARED,ADHERENCE_FOLLOW_UP";

    private final Platform platform;
    private final Api api;
    private final Pharmacy pharmacy;
    private final AtomicInteger next = new AtomicInteger();
    private final Queue<String> opened = new ConcurrentLinkedQueue<>();

    public ManyCases(Platform platform, Api api, Pharmacy pharmacy) {
        this.platform = platform;
        this.api = api;
        this.pharmacy = pharmacy;
    }

    public void fill(int cases) throws Exception {
        api.post("/v1/drugs", pharmacy.token(), """
                {"ndc": "00074-4339-02", "rxNorm": "327361", "name": "Adalimumab Pen", "strength": "40 mg/0.4 mL",
                 "dosageForm": "pen", "manufacturer": "Helix Therapeutics",
                 "packageSize": {"quantity": 2, "unit": "pen"}, "storage": "refrigerated", "requiresRems": false,
                 "limitedDistribution": false, "schedule": "none"}
                """);
        refer();
        var registered = new AtomicInteger(1);
        long began = System.nanoTime();
        Loop.inParallel(CLIENTS, client -> {
            for (int number = registered.getAndIncrement(); number < cases; number = registered.getAndIncrement()) {
                api.post("/v1/patients", pharmacy.token(), """
                        {"name": {"given": "Marisol", "family": "%s"}, "birthDate": "1961-04-12", "sex": "female"}
                        """.formatted(UUID.randomUUID()));
                if (number % TELL_EVERY == 0) {
                    double seconds = (System.nanoTime() - began) / 1e9;
                    platform.setting()
                            .say(
                                    "  %,d of %,d patients, about %.0f s more",
                                    number, cases, seconds / number * (cases - number));
                }
            }
        });
        insert();
    }

    private void insert() throws Exception {
        try (var connection = platform.connect();
                var insert = connection.prepareStatement("""
                        insert into %1$s.patient_case (id, version, patient_id, referral_id, drug_id, payer, state, waits_for,
                          since, sla, settings_version, programme, clocks, facts, received_at, next_timer_at)
                        select gen_random_uuid(), 1, p.id, gen_random_uuid(), (select id from %1$s.drug limit 1),
                          (array['Aetna', 'Humana', 'Medicare', 'Cigna', 'UnitedHealthcare'])[1 + p.number %% 5],
                          states[1 + p.number %% cardinality(states)], 'PHARMACY',
                          now() - make_interval(mins => (p.number %% 20000)::int), 25 * (2 + p.number %% 3)::smallint, 1,
                          'default', '{}', '{}', now(), null
                        from %1$s.patient p, string_to_array(?, ',') states
                        where not exists (select from %1$s.patient_case c where c.patient_id = p.id)
                        """.formatted(pharmacy.schema()));
                var analyse = connection.createStatement()) {
            insert.setString(1, STATES);
            platform.setting().say("  %,d cases", insert.executeUpdate());
            analyse.execute("vacuum analyze " + pharmacy.schema() + ".patient_case");
        }
    }

    /** Of another patient each time, with another day of birth, phone and street: whoever resembles somebody is looked at first. */
    public void refer() throws Exception {
        int number = next.incrementAndGet();
        var answer = api.post("/v1/referrals", pharmacy.token(), """
                {"source": "fax", "order": {"patient": {"name": {"given": "Marisol", "family": "%s"},
                  "birthDate": "%s", "sex": "female", "phones": [{"use": "mobile", "number": "%s"}],
                  "addresses": [{"use": "home", "line1": "%d Elm Street", "city": "Chicago", "state": "IL",
                                 "zip": "60601"}]},
                  "prescriber": {"npi": "1234567893", "name": {"given": "Priya", "family": "Anand"}},
                  "coverages": [{"payer": "Aetna", "kind": "commercial", "memberId": "W%d", "bin": "610502"}],
                  "diagnoses": [{"icd10Code": "M05.79", "text": "Rheumatoid arthritis", "forOrder": true}],
                  "medication": {"rxNorm": "327361", "text": "adalimumab", "sig": "Inject 40 mg every other week",
                                 "quantity": 2, "daysSupply": 28, "refills": 5, "writtenAt": "%s"}}}
                """.formatted(
                        UUID.randomUUID(),
                        LocalDate.parse("1930-01-01").plusDays(number % BIRTH_DATES),
                        Filling.phone(number),
                        number,
                        number,
                        LocalDate.now().minusDays(2) + "T15:00:00Z"));
        var begun = new JsonObject(answer).getString("case");
        if (begun == null) {
            throw new IllegalStateException("A referral began no case: " + answer);
        }
        opened.add(begun);
    }

    /** Reads a case for its version, and holds it; or lets it go on, when it is held. */
    public void advance(int client) throws Exception {
        var id = opened.remove();
        var read = api.exchange("GET", "/v1/cases/" + id, pharmacy.token(), "", Map.of());
        boolean held = new JsonObject(read.body()).getString("status").equals("on-hold");
        var version = read.headers().firstValue("ETag").orElseThrow();
        api.exchange(
                "POST",
                "/v1/cases/" + id + "/transitions",
                pharmacy.token(),
                held
                        ? "{\"move\": \"resume\"}"
                        : "{\"move\": \"hold\", \"reason\": \"travelling\", \"until\": \"%s\"}"
                                .formatted(LocalDate.now().plusDays(9)),
                Map.of("If-Match", version));
        opened.add(id);
    }
}
