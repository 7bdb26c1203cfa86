package dev.firstfill.tenancy.door;

import dev.firstfill.kernel.Refusal;

/** Every way in which reading the ledger is refused. */
public final class LedgerRefusals {
    private LedgerRefusals() {}

    /** The ledger has no record of this number. */
    public static final class AuditRecordNotFound extends Refusal {
        private static final long serialVersionUID = 1L;

        public AuditRecordNotFound() {
            super(Kind.NOT_FOUND, "audit-record-not-found", "There is no such record in the ledger.");
        }
    }

    /** It would take longer than an answer may. */
    public static final class LedgerTooLong extends Refusal {
        private static final long serialVersionUID = 1L;

        public LedgerTooLong() {
            super(
                    Kind.UNPROCESSABLE,
                    "ledger-too-long",
                    "This ledger is too long to be verified while you wait: the platform's operator runs bin/audit.");
        }
    }
}
