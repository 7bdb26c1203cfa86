package dev.firstfill.tenancy.catalogue;

import dev.firstfill.kernel.Refusal;

/** Every way in which the platform says no to a wish about a pharmacy as a whole. */
public final class TenancyRefusals {

    private TenancyRefusals() {}

    public static final class TenantNotFound extends Refusal {
        private static final long serialVersionUID = 1L;

        public TenantNotFound(String slug) {
            super(Kind.NOT_FOUND, "tenant-not-found", "There is no pharmacy '%s'.".formatted(slug));
        }
    }

    public static final class SlugTaken extends Refusal {
        private static final long serialVersionUID = 1L;

        public SlugTaken(String slug) {
            super(Kind.CONFLICT, "slug-taken", "Another pharmacy is called '%s' already.".formatted(slug));
        }
    }

    public static final class TenantCannotBecome extends Refusal {
        private static final long serialVersionUID = 1L;

        public TenantCannotBecome(String slug, TenantState state, TenantState wished) {
            super(
                    Kind.CONFLICT,
                    "tenant-state-forbids",
                    "The pharmacy '%s' is %s and cannot become %s.".formatted(slug, state, wished));
        }
    }

    public static final class NewTenantInvalid extends Refusal {
        private static final long serialVersionUID = 1L;

        public NewTenantInvalid(String reason) {
            super(Kind.UNPROCESSABLE, "new-tenant-invalid", reason);
        }
    }

    public static final class TenantLimitsInvalid extends Refusal {
        private static final long serialVersionUID = 1L;

        public TenantLimitsInvalid(String reason) {
            super(Kind.UNPROCESSABLE, "tenant-limits-invalid", reason);
        }
    }

    public static final class NodeUnknown extends Refusal {
        private static final long serialVersionUID = 1L;

        public NodeUnknown(String node) {
            super(Kind.UNPROCESSABLE, "node-unknown", "There is no database node '%s'.".formatted(node));
        }
    }

    /** Somebody else migrates, exports or erases the same pharmacy at this moment. */
    public static final class TenantBusy extends Refusal {
        private static final long serialVersionUID = 1L;

        public TenantBusy(String slug) {
            super(Kind.CONFLICT, "tenant-busy", "The pharmacy '%s' is being worked on already.".formatted(slug));
        }
    }

    public static final class IdentityUnavailable extends Refusal {
        private static final long serialVersionUID = 1L;

        public IdentityUnavailable() {
            super(
                    Kind.UNAVAILABLE,
                    "identity-unavailable",
                    "The identity provider cannot be reached; nothing was changed. Try again shortly.");
        }
    }

    /** What is known of the pharmacies is too old to serve anyone by: one of them may have been suspended since. */
    public static final class CatalogueStale extends Refusal {
        private static final long serialVersionUID = 1L;

        public CatalogueStale() {
            super(
                    Kind.UNAVAILABLE,
                    "catalogue-stale",
                    "The platform cannot see its catalogue of pharmacies at present; try again shortly.");
        }
    }

    /** The running code needs tables that this pharmacy does not have yet. */
    public static final class SchemaBehind extends Refusal {
        private static final long serialVersionUID = 1L;

        public SchemaBehind() {
            super(
                    Kind.UNAVAILABLE,
                    "schema-behind",
                    "This pharmacy's database is being brought up to date; try again shortly.");
        }
    }

    /** Real pharmacies live in real time. */
    public static final class NotASandbox extends Refusal {
        private static final long serialVersionUID = 1L;

        public NotASandbox() {
            super(
                    Kind.NOT_ALLOWED,
                    "not-a-sandbox",
                    "This pharmacy is no sandbox: its time is real and cannot be set. A pharmacy is made a sandbox when it"
                            + " is opened, and never afterwards.");
        }
    }

    /** One advance at a time, since timers fire in their order. */
    public static final class ClockAdvancing extends Refusal {
        private static final long serialVersionUID = 1L;

        public ClockAdvancing() {
            super(
                    Kind.CONFLICT,
                    "clock-advancing",
                    "The clock of this sandbox is being moved already, or what is due has not all fired; read where it"
                            + " stands and set it again.");
        }
    }

    /** Time does not run backwards, not even here: what has fired would not fire again. */
    public static final class ClockBackwards extends Refusal {
        private static final long serialVersionUID = 1L;

        public ClockBackwards() {
            super(
                    Kind.CONFLICT,
                    "clock-backwards",
                    "The clock of this sandbox stands at a later time already; it only moves forwards.");
        }
    }

    /** Too far for one step, or no time that anybody would mean. */
    public static final class ClockOutOfRange extends Refusal {
        private static final long serialVersionUID = 1L;

        public ClockOutOfRange(String rule) {
            super(Kind.UNPROCESSABLE, "clock-out-of-range", rule);
        }
    }
}
