package dev.firstfill.identifiers;

import static dev.firstfill.identifiers.IdentifierRule.STATE_UNKNOWN;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where US mail goes, by the codes of USPS Publication 28, appendix B: the states, the District of Columbia, the
 * territories, the freely associated states and the military "states" of APO and FPO addresses.
 */
@Schema(examples = "IL", description = "A state, territory or military \"state\" by its USPS code.")
public enum UsState {
    AL("Alabama"),
    AK("Alaska"),
    AS("American Samoa"),
    AZ("Arizona"),
    AR("Arkansas"),
    CA("California"),
    CO("Colorado"),
    CT("Connecticut"),
    DE("Delaware"),
    DC("District of Columbia"),
    FM("Federated States of Micronesia"),
    FL("Florida"),
    GA("Georgia"),
    GU("Guam"),
    HI("Hawaii"),
    ID("Idaho"),
    IL("Illinois"),
    IN("Indiana"),
    IA("Iowa"),
    KS("Kansas"),
    KY("Kentucky"),
    LA("Louisiana"),
    ME("Maine"),
    MH("Marshall Islands"),
    MD("Maryland"),
    MA("Massachusetts"),
    MI("Michigan"),
    MN("Minnesota"),
    MS("Mississippi"),
    MO("Missouri"),
    MT("Montana"),
    NE("Nebraska"),
    NV("Nevada"),
    NH("New Hampshire"),
    NJ("New Jersey"),
    NM("New Mexico"),
    NY("New York"),
    NC("North Carolina"),
    ND("North Dakota"),
    MP("Northern Mariana Islands"),
    OH("Ohio"),
    OK("Oklahoma"),
    OR("Oregon"),
    PW("Palau"),
    PA("Pennsylvania"),
    PR("Puerto Rico"),
    RI("Rhode Island"),
    SC("South Carolina"),
    SD("South Dakota"),
    TN("Tennessee"),
    TX("Texas"),
    UT("Utah"),
    VT("Vermont"),
    VI("Virgin Islands"),
    VA("Virginia"),
    WA("Washington"),
    WV("West Virginia"),
    WI("Wisconsin"),
    WY("Wyoming"),
    AA("Armed Forces Americas"),
    AE("Armed Forces Europe"),
    AP("Armed Forces Pacific");

    private static final Map<String, UsState> BY_WORD = byWord();

    private final String title;

    UsState(String title) {
        this.title = title;
    }

    private static Map<String, UsState> byWord() {
        var states = new HashMap<String, UsState>();
        for (var state : values()) {
            states.put(state.name(), state);
            states.put(Typed.capitals(state.title), state);
        }
        return Map.copyOf(states);
    }

    /** Takes the code or the English name, in any case. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static UsState parse(String typed) {
        var state = BY_WORD.get(Typed.capitals(Typed.plain(typed)));
        if (state == null) {
            throw STATE_UNKNOWN.broken();
        }
        return state;
    }

    /** The two letters. */
    @JsonValue
    public String value() {
        return name();
    }

    /** The name in English. */
    public String title() {
        return title;
    }
}
