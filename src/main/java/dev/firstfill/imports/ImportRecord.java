package dev.firstfill.imports;

import dev.firstfill.dispensing.PastDispense;
import dev.firstfill.drugs.DrugDetails;
import dev.firstfill.patients.PatientDetails;
import dev.firstfill.prescribers.PrescriberDetails;
import dev.firstfill.prescribing.PastState;
import dev.firstfill.prescribing.PrescriptionDetails;

/** What another system says of one thing. What it names, it names by its own keys. */
public sealed interface ImportRecord {
    ImportKind kind();

    record OfPatient(PatientDetails details) implements ImportRecord {
        @Override
        public ImportKind kind() {
            return ImportKind.PATIENT;
        }
    }

    record OfPrescriber(PrescriberDetails details) implements ImportRecord {
        @Override
        public ImportKind kind() {
            return ImportKind.PRESCRIBER;
        }
    }

    record OfDrug(DrugDetails details) implements ImportRecord {
        @Override
        public ImportKind kind() {
            return ImportKind.DRUG;
        }
    }

    record OfPrescription(PrescriptionDetails details, PastState left) implements ImportRecord {
        @Override
        public ImportKind kind() {
            return ImportKind.PRESCRIPTION;
        }
    }

    record OfDispense(PastDispense past) implements ImportRecord {
        @Override
        public ImportKind kind() {
            return ImportKind.DISPENSE;
        }
    }
}
