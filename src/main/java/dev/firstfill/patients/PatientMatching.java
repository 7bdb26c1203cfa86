package dev.firstfill.patients;

import dev.firstfill.kernel.Journal;
import dev.firstfill.kernel.Seals;
import dev.firstfill.kernel.Writing;
import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Finds out whether somebody who is described is a patient already. Whoever is looked at and not found to be the one is
 * withheld: nothing of them is shown.
 */
public final class PatientMatching {
    /** Of one birth date there are a handful; beyond it, they cannot be looked through in an instant. */
    private static final int SAME_BIRTH_DATE_MAX = 200;

    /** A facility's phone is that of many. */
    private static final int OTHERS_MAX = 100;

    private final Mutiny.QueryProducer session;
    private final Seals seals;
    private final Journal journal;

    public PatientMatching(Writing desk) {
        this.session = desk.session();
        this.seals = desk.seals();
        this.journal = desk.journal();
    }

    /**
     * Under which keys to wait for others who describe the same person at the same time, so that nobody is registered
     * twice.
     */
    public Stream<Long> keys(PatientDetails described) {
        return new SearchTokens(seals).identifying(described);
    }

    /** @param formerFamilyNames such as before a marriage */
    public Uni<PatientMatch> of(PatientDetails described, List<String> formerFamilyNames) {
        var likeness = Likeness.of(described, formerFamilyNames);
        var tokens = new SearchTokens(seals);
        var patients = new Patients(session, seals);
        return patients.filedUnder(new Long[] {tokens.birthDate(described)}, SAME_BIRTH_DATE_MAX)
                .chain(contemporaries -> patients.filedUnderAny(tokens.contacts(described), OTHERS_MAX)
                        .chain(reachable -> patients.filedUnder(tokens.name(described), OTHERS_MAX)
                                .map(namesakes -> judged(
                                        likeness,
                                        Stream.of(contemporaries, reachable, namesakes)
                                                .flatMap(List::stream)))));
    }

    private PatientMatch judged(Likeness described, Stream<PatientRow> rows) {
        var patients = new Patients(session, seals);
        Map<UUID, Patient> certain = new LinkedHashMap<>();
        Map<UUID, Patient> doubtful = new LinkedHashMap<>();
        rows.filter(row -> !row.isErased()).forEach(row -> {
            var patient = patients.opened(row);
            journal.withheld(patient.id().value());
            switch (Resemblance.of(described, Likeness.of(patient.details(), List.of()))) {
                case CERTAIN -> certain.put(patient.id().value(), patient);
                case DOUBTFUL -> doubtful.put(patient.id().value(), patient);
                case DIFFERENT -> {}
            }
        });
        if (certain.size() == 1) {
            var patient = certain.values().iterator().next();
            journal.seen(patient.id().value());
            return new PatientMatch.Certain(patient);
        }
        // Two of whom either would be certain are one person with two records, or a mistake: somebody has to look.
        var candidates = Stream.concat(certain.values().stream(), doubtful.values().stream())
                .map(Patient::id)
                .toList();
        return candidates.isEmpty() ? new PatientMatch.Nobody() : new PatientMatch.Doubtful(candidates);
    }
}
