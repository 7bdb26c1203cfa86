package dev.firstfill.identifiers;

/** A code or number that breaks the rule of whoever issues it. The message explains the rule, never the value. */
public final class MalformedIdentifier extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final IdentifierRule rule;

    MalformedIdentifier(IdentifierRule rule) {
        super(rule.message());
        this.rule = rule;
    }

    public IdentifierRule rule() {
        return rule;
    }

    /** What was malformed, in words: "NPI", "phone number". */
    public String identifier() {
        return rule.identifier();
    }

    /** Stable, in kebab-case, for clients to rely on: "npi-checksum". */
    public String code() {
        return rule.code();
    }
}
