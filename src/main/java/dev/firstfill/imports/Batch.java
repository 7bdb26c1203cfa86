package dev.firstfill.imports;

import dev.firstfill.dispensing.DispenseHistory;
import dev.firstfill.drugs.DrugIntake;
import dev.firstfill.imports.ImportRecord.OfDispense;
import dev.firstfill.imports.ImportRecord.OfDrug;
import dev.firstfill.imports.ImportRecord.OfPatient;
import dev.firstfill.imports.ImportRecord.OfPrescriber;
import dev.firstfill.imports.ImportRecord.OfPrescription;
import dev.firstfill.kernel.Refusal;
import dev.firstfill.kernel.Seals;
import dev.firstfill.patients.PatientId;
import dev.firstfill.patients.PatientIntake;
import dev.firstfill.patients.PatientRefusals;
import dev.firstfill.prescribers.PrescriberId;
import dev.firstfill.prescribers.PrescriberIntake;
import dev.firstfill.prescribing.PrescriptionHistory;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Takes in one line after the other, into what is written when all were. */
final class Batch {
    private final SourceKeys keys;
    private final Intakes intakes;

    /** By patient: of those who are there already, and of those who are new. */
    private final Map<UUID, Seals.OfPerson> seals;

    private final Set<UUID> persons = new LinkedHashSet<>();

    Batch(SourceKeys keys, Intakes intakes, Map<UUID, Seals.OfPerson> seals) {
        this.keys = keys;
        this.intakes = intakes;
        this.seals = seals;
    }

    /** Where the other contexts take in what is theirs. */
    record Intakes(
            PatientIntake patients,
            PrescriberIntake prescribers,
            DrugIntake drugs,
            PrescriptionHistory prescriptions,
            DispenseHistory dispenses) {}

    LineResult take(ImportLine line) {
        return switch (line) {
            case ImportLine.Unreadable unreadable -> LineResult.refused(unreadable);
            case ImportLine.Readable readable -> take(readable);
        };
    }

    private LineResult take(ImportLine.Readable line) {
        var known = keys.find(line.record().kind(), line.key());
        if (known.isPresent()) {
            return LineResult.present(line, known.get());
        }
        try {
            var there = recognised(line.record());
            var id = there.orElseGet(() -> created(line.record()));
            keys.add(line.record().kind(), line.key(), id);
            return there.isPresent() ? LineResult.present(line, id) : LineResult.created(line, id);
        } catch (Refusal refusal) {
            return LineResult.refused(line, refusal);
        }
    }

    /** Prescribers and drugs have names that all the world knows them by. */
    private Optional<UUID> recognised(ImportRecord record) {
        return switch (record) {
            case OfPrescriber(var details) ->
                intakes.prescribers().known(details.npi()).map(PrescriberId::value);
            case OfDrug(var details) ->
                intakes.drugs().known(details.ndc()).map(drug -> drug.id().value());
            case OfPatient patient -> Optional.empty();
            case OfPrescription prescription -> Optional.empty();
            case OfDispense dispense -> Optional.empty();
        };
    }

    private UUID created(ImportRecord record) {
        return switch (record) {
            case OfPatient(var details) -> {
                var taken = intakes.patients().take(details);
                seals.put(taken.id().value(), taken.seal());
                persons.add(taken.id().value());
                yield taken.id().value();
            }
            case OfPrescriber(var details) ->
                intakes.prescribers().take(details).value();
            case OfDrug(var details) -> intakes.drugs().take(details).id().value();
            case OfPrescription prescription -> entered(prescription);
            case OfDispense dispense -> dispensed(dispense);
        };
    }

    private UUID entered(OfPrescription record) {
        var details = record.details();
        var patient = required(ImportKind.PATIENT, details.patient());
        var prescriber = required(ImportKind.PRESCRIBER, details.prescriber());
        var drug = intakes.drugs()
                .known(required(ImportKind.DRUG, details.drug()))
                .orElseThrow(() -> new ImportRefusals.ReferenceUnknown(ImportKind.DRUG));
        var entered = intakes.prescriptions()
                .enter(
                        details,
                        new PatientId(patient),
                        new PrescriberId(prescriber),
                        drug,
                        record.left(),
                        sealOf(patient));
        persons.add(patient);
        return entered.id().value();
    }

    private UUID dispensed(OfDispense record) {
        var id = required(ImportKind.PRESCRIPTION, record.past().prescription());
        var prescription = intakes.prescriptions()
                .prescription(id)
                .orElseThrow(() -> new ImportRefusals.ReferenceUnknown(ImportKind.PRESCRIPTION));
        var patient = prescription.patient().value();
        var dispense = intakes.dispenses().take(record.past(), prescription, sealOf(patient));
        persons.add(patient);
        return dispense.value();
    }

    private UUID required(ImportKind kind, String key) {
        return keys.find(kind, key).orElseThrow(() -> new ImportRefusals.ReferenceUnknown(kind));
    }

    /** Whoever was erased has none, and nothing can be kept of them any more. */
    private Seals.OfPerson sealOf(UUID patient) {
        var seal = seals.get(patient);
        if (seal == null) {
            throw new PatientRefusals.PatientErased();
        }
        return seal;
    }

    Intakes intakes() {
        return intakes;
    }

    /** Of whom something was taken in. */
    Set<UUID> persons() {
        return persons;
    }
}
