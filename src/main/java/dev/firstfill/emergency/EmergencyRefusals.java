package dev.firstfill.emergency;

import dev.firstfill.kernel.Refusal;

/** Every way this context says no. */
public final class EmergencyRefusals {
    private EmergencyRefusals() {}

    /** There is no such access, or somebody else opened it. */
    public static final class EmergencyAccessNotFound extends Refusal {
        private static final long serialVersionUID = 1L;

        public EmergencyAccessNotFound() {
            super(Kind.NOT_FOUND, "emergency-access-not-found", "There is no such emergency access.");
        }
    }

    /** Its time is up, or it was closed. */
    static final class EmergencyAccessOver extends Refusal {
        private static final long serialVersionUID = 1L;

        EmergencyAccessOver() {
            super(Kind.CONFLICT, "emergency-access-over", "This emergency access has ended: open another if need be.");
        }
    }

    /** Nobody judges an access of their own. */
    static final class OwnEmergencyAccess extends Refusal {
        private static final long serialVersionUID = 1L;

        OwnEmergencyAccess() {
            super(Kind.CONFLICT, "own-emergency-access", "Somebody else must review an emergency access of yours.");
        }
    }

    /** A review stands once it is made. */
    static final class EmergencyAccessReviewed extends Refusal {
        private static final long serialVersionUID = 1L;

        EmergencyAccessReviewed() {
            super(Kind.CONFLICT, "emergency-access-reviewed", "This emergency access has been reviewed already.");
        }
    }
}
