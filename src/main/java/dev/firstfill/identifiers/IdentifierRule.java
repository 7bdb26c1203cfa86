package dev.firstfill.identifiers;

import java.util.Locale;

/**
 * Every way an identifier can be malformed. The messages go to the client as they stand: being constants, they cannot
 * repeat a value that identifies a person.
 */
public enum IdentifierRule {
    BIN_FORM("BIN", "A BIN has six digits, or eight."),
    DEA_CHECKSUM(
            "DEA number", "The last digit of this DEA number does not fit the other six: one of the digits is wrong."),
    DEA_FORM(
            "DEA number",
            "A DEA number is a letter, then a letter or 9, then seven digits; an institution's code of at most ten"
                    + " letters and digits may follow after a hyphen."),
    DEA_REGISTRANT("DEA number", "A DEA number begins with A, B, F, G, M, P or R."),
    DEA_RETIRED("DEA number", "DEA numbers that begin with X are retired: use the registrant's ordinary DEA number."),
    EMAIL_FORM(
            "e-mail address",
            "An e-mail address is name@domain with a dot in the domain, in plain ASCII, without spaces, quotes or"
                    + " comments."),
    EMAIL_LENGTH(
            "e-mail address", "An e-mail address has at most 254 characters, of which at most 64 stand before the @."),
    ICD10_FORM(
            "ICD-10-CM code",
            "An ICD-10-CM code is a letter, a digit and a digit (or A or B), then up to four letters or digits after a"
                    + " dot."),
    LANGUAGE_FORM(
            "language tag",
            "A language is a BCP 47 tag such as en, es-MX or zh-Hant: it begins with a code of two or three letters,"
                    + " not with the language's name."),
    MEMBER_ID_FORM("member id", "A member id has at most 20 letters and digits."),
    NCPDP_FORM("NCPDP provider id", "An NCPDP provider id has seven digits."),
    NDC_AMBIGUOUS(
            "NDC",
            "An NDC of ten or twelve digits needs its hyphens: without them it can stand for several packages. Write"
                    + " it as printed on the label, or as eleven digits."),
    NDC_FORM("NDC", "An NDC is written 4-4-2, 5-3-2, 5-4-1, 5-4-2, 6-4-2, 6-3-2 or 6-4-1, or as eleven digits."),
    NPI_CHECKSUM("NPI", "The last digit of this NPI does not fit the other nine: one of the digits is wrong."),
    NPI_FORM("NPI", "An NPI has ten digits and begins with 1 or 2."),
    PCN_FORM("PCN", "A PCN has at most 10 letters, digits and the marks - . / _ inside."),
    PHONE_AREA_CODE("phone number", "This phone number lacks its three-digit area code."),
    PHONE_FORM(
            "phone number",
            "A phone number is written in digits, spaces and + ( ) - . / only; an extension of at most ten digits may"
                    + " follow after ext or x."),
    PHONE_UNASSIGNED("phone number", "This phone number does not exist in its country's numbering plan."),
    RX_CUI_FORM("RxCUI", "An RxCUI is a number of at most eight digits that does not begin with 0."),
    RX_GROUP_FORM("prescription group", "A group has at most 15 letters, digits, spaces and the marks - . / _ inside."),
    STATE_UNKNOWN("state", "A state is one of the two-letter codes of the US Postal Service, or its name in English."),
    ZIP_FORM("ZIP code", "A ZIP code has five digits, or nine, and does not begin with 000.");

    private final String identifier;
    private final String message;

    IdentifierRule(String identifier, String message) {
        this.identifier = identifier;
        this.message = message;
    }

    public String identifier() {
        return identifier;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String message() {
        return message;
    }

    void demands(boolean kept) {
        if (!kept) {
            throw broken();
        }
    }

    MalformedIdentifier broken() {
        return new MalformedIdentifier(this);
    }
}
