package dev.firstfill.tenancy.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The life of a pharmacy on the platform.
 *
 * <pre>
 * PROVISIONING ──▶ ACTIVE ◀──▶ SUSPENDED
 *       │             └──────┬──────┘
 *       │                    ▼
 *       │              OFFBOARDING ──▶ CLOSED
 *       └── could not be made ───────────▲
 * </pre>
 */
public enum TenantState {
    /** Its schema, role, keys and organisation are being made; nobody is served. */
    @JsonProperty("provisioning")
    PROVISIONING,
    /** The only state in which requests are served. */
    @JsonProperty("active")
    ACTIVE,
    /** Everything is kept, nobody is served; ends by resuming or off-boarding. */
    @JsonProperty("suspended")
    SUSPENDED,
    /** Being exported and erased; there is no way back. */
    @JsonProperty("offboarding")
    OFFBOARDING,
    /** Erased. The row stays, so that the audit of the catalogue keeps its subject. */
    @JsonProperty("closed")
    CLOSED;

    /** The whole graph of legal moves. */
    public boolean canBecome(TenantState next) {
        return switch (this) {
            case PROVISIONING -> next == ACTIVE || next == CLOSED;
            case ACTIVE -> next == SUSPENDED || next == OFFBOARDING;
            case SUSPENDED -> next == ACTIVE || next == OFFBOARDING;
            case OFFBOARDING -> next == CLOSED;
            case CLOSED -> false;
        };
    }
}
