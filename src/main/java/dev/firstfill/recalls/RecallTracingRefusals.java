package dev.firstfill.recalls;

import dev.firstfill.kernel.Refusal;

/** Every way this context says no. */
public final class RecallTracingRefusals {
    private RecallTracingRefusals() {}

    /** Somebody who never got one of the lots need not be told. */
    static final class PatientNotAffected extends Refusal {
        private static final long serialVersionUID = 1L;

        PatientNotAffected() {
            super(Kind.CONFLICT, "patient-not-affected", "No lot of the recall was dispensed to this patient.");
        }
    }

    /** Nobody knows of the drug from somebody who was not reached. */
    static final class ProductOfNobody extends Refusal {
        private static final long serialVersionUID = 1L;

        ProductOfNobody() {
            super(
                    Kind.UNPROCESSABLE,
                    "product-of-nobody-reached",
                    "What has become of the drug is unknown as long as nobody was reached.");
        }
    }
}
