package dev.firstfill.bench;

import dev.firstfill.bench.load.Pgbench;
import dev.firstfill.bench.load.Request;
import dev.firstfill.bench.platform.Api;
import dev.firstfill.bench.platform.PatientRow;
import dev.firstfill.bench.platform.Pharmacy;
import dev.firstfill.bench.platform.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Pharmacies with a patient each, and the read of that patient in every form in which it is measured. */
record PatientSubjects(List<Subject> all) {

    record Subject(Pharmacy pharmacy, UUID patient) {}

    PatientSubjects {
        all = List.copyOf(all);
    }

    static PatientSubjects in(Platform platform, Api api, int pharmacies) throws Exception {
        var subjects = new ArrayList<Subject>();
        for (var pharmacy : Pharmacy.open(platform, api, pharmacies)) {
            subjects.add(new Subject(pharmacy, pharmacy.register(api)));
        }
        return new PatientSubjects(subjects);
    }

    static PatientSubjects none() {
        return new PatientSubjects(List.of());
    }

    PatientSubjects and(PatientSubjects others) {
        var both = new ArrayList<>(all);
        both.addAll(others.all);
        return new PatientSubjects(both);
    }

    PatientSubjects first(int count) {
        return new PatientSubjects(all.subList(0, Math.min(count, all.size())));
    }

    @Override
    public String toString() {
        return all.size() == 1 ? "1 pharmacy" : "%,d pharmacies".formatted(all.size());
    }

    List<String> schemas() {
        return all.stream().map(subject -> subject.pharmacy().schema()).toList();
    }

    int answerBytes(Api api) throws Exception {
        var first = all.get(0);
        return api.get("/v1/patients/" + first.patient(), first.pharmacy().token())
                .getBytes(StandardCharsets.UTF_8)
                .length;
    }

    List<Request> full() {
        return all.stream()
                .map(subject -> Request.get(
                        "/v1/patients/" + subject.patient(), subject.pharmacy().token()))
                .toList();
    }

    /** As the ceiling is asked. */
    List<Request> bare() {
        var requests = new ArrayList<Request>();
        for (int place = 0; place < all.size(); place++) {
            requests.add(Request.get("/" + place + "/" + all.get(place).patient(), ""));
        }
        return requests;
    }

    /** The very statement, with the schema's name in it and the id in its place. */
    Pgbench pgbench(Platform platform) throws IOException {
        var scripts = all.stream()
                .map(subject -> PatientRow.select(subject.pharmacy().schema(), "'" + subject.patient() + "'") + ";\n")
                .toList();
        return Pgbench.running("pgbench", platform.folder(), platform.superuser(), Platform.DATABASE, scripts);
    }
}
