package dev.firstfill.imports;

import dev.firstfill.dispensing.DispenseHistory;
import dev.firstfill.drugs.DrugIntake;
import dev.firstfill.imports.ImportRecord.OfDispense;
import dev.firstfill.imports.ImportRecord.OfDrug;
import dev.firstfill.imports.ImportRecord.OfPrescriber;
import dev.firstfill.imports.ImportRecord.OfPrescription;
import dev.firstfill.imports.SourceKeys.Name;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.Seals;
import dev.firstfill.patients.PatientChart;
import dev.firstfill.patients.PatientIntake;
import dev.firstfill.prescribers.PrescriberIntake;
import dev.firstfill.prescribing.PrescriptionHistory;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Fetches all that the lines of a batch need to be judged by, a handful of queries however many lines there are. */
final class BatchPreparation {
    private final Mutiny.QueryProducer session;
    private final Seals seals;
    private final Clock clock;
    private final Colleague by;
    private final SourceKeys keys;
    private final List<ImportLine.Readable> lines;

    BatchPreparation(
            Mutiny.QueryProducer session,
            Seals seals,
            SourceKeys keys,
            List<ImportLine> lines,
            Colleague by,
            Clock clock) {
        this.session = session;
        this.seals = seals;
        this.keys = keys;
        this.by = by;
        this.clock = clock;
        this.lines = lines.stream()
                .filter(ImportLine.Readable.class::isInstance)
                .map(ImportLine.Readable.class::cast)
                .toList();
    }

    Uni<Batch> batch() {
        return keys.lookUp(lines.stream().flatMap(BatchPreparation::names).toList())
                .chain(this::intakes)
                .chain(intakes -> new PatientChart(session, seals)
                        .sealsOf(patients(intakes.prescriptions()))
                        .map(found -> new Batch(keys, intakes, new HashMap<>(found))));
    }

    private static Stream<Name> names(ImportLine.Readable line) {
        var own = Stream.of(new Name(line.record().kind(), line.key()));
        var others =
                switch (line.record()) {
                    case OfPrescription(var details, var left) ->
                        Stream.of(
                                new Name(ImportKind.PATIENT, details.patient()),
                                new Name(ImportKind.PRESCRIBER, details.prescriber()),
                                new Name(ImportKind.DRUG, details.drug()));
                    case OfDispense(var past) -> Stream.of(new Name(ImportKind.PRESCRIPTION, past.prescription()));
                    case ImportRecord.OfPatient patient -> Stream.<Name>empty();
                    case OfPrescriber prescriber -> Stream.<Name>empty();
                    case OfDrug drug -> Stream.<Name>empty();
                };
        return Stream.concat(own, others);
    }

    private Uni<Batch.Intakes> intakes() {
        var now = Now.by(clock);
        var filled = known(
                OfDispense.class,
                record -> new Name(ImportKind.PRESCRIPTION, record.past().prescription()));
        var drugs = known(
                OfPrescription.class,
                record -> new Name(ImportKind.DRUG, record.details().drug()));
        var npis = records(OfPrescriber.class)
                .map(record -> record.details().npi())
                .distinct()
                .toList();
        var ndcs = records(OfDrug.class)
                .map(record -> record.details().ndc())
                .distinct()
                .toList();
        return PrescriptionHistory.open(session, filled, by, LocalDate.now(clock), now)
                .chain(prescriptions -> DispenseHistory.open(session, prescriptions, filled, by, now, clock.getZone())
                        .chain(dispenses -> PatientIntake.open(session, seals, now)
                                .chain(patients -> PrescriberIntake.open(session, npis, now)
                                        .chain(prescribers -> DrugIntake.open(session, ndcs, drugs, now)
                                                .map(intake -> new Batch.Intakes(
                                                        patients, prescribers, intake, prescriptions, dispenses))))));
    }

    private Set<UUID> patients(PrescriptionHistory prescriptions) {
        var patients = new HashSet<>(known(
                OfPrescription.class,
                record -> new Name(ImportKind.PATIENT, record.details().patient())));
        prescriptions.present().forEach(one -> patients.add(one.patient().value()));
        return patients;
    }

    private <R extends ImportRecord> Stream<R> records(Class<R> kind) {
        return lines.stream()
                .map(ImportLine.Readable::record)
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    /** What such lines name and the pharmacy has. */
    private <R extends ImportRecord> Set<UUID> known(Class<R> kind, Function<R, Name> named) {
        var known = new HashSet<UUID>();
        records(kind).map(named).forEach(name -> keys.find(name.kind(), name.key())
                .ifPresent(known::add));
        return known;
    }
}
