package dev.firstfill.reports;

import dev.firstfill.drugs.Drug;
import dev.firstfill.drugs.DrugId;
import dev.firstfill.drugs.Formulary;
import dev.firstfill.kernel.Journal;
import dev.firstfill.patients.PatientId;
import dev.firstfill.patients.PatientNumber;
import dev.firstfill.patients.PatientNumbers;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** One reading of a report: when and where it is read, and what things are called there. */
final class Reader {
    private final Formulary formulary;
    private final PatientNumbers numbers;
    private final Journal journal;
    private final Instant asOf;
    private final ZoneId zone;

    Reader(Mutiny.QueryProducer session, Journal journal, Clock clock) {
        this.formulary = new Formulary(session);
        this.numbers = new PatientNumbers(session);
        this.journal = journal;
        this.asOf = clock.instant();
        this.zone = clock.getZone();
    }

    LocalDate today() {
        return LocalDate.ofInstant(asOf, zone);
    }

    ZoneId zone() {
        return zone;
    }

    /** By their ids; those who were erased are left out. */
    Uni<Map<PatientId, PatientNumber>> numbers(Collection<PatientId> patients) {
        return numbers.of(patients);
    }

    Uni<Map<DrugId, Drug>> drugs(Collection<DrugId> drugs) {
        return formulary.drugs(drugs.stream().distinct().toList());
    }

    /** Says to the ledger whose data the reader is about to see. */
    void shows(Collection<PatientId> patients) {
        patients.forEach(patient -> journal.seen(patient.value()));
    }

    <R> Report<R> report(List<R> rows, boolean truncated) {
        return new Report<>(asOf, zone, rows, truncated);
    }
}
