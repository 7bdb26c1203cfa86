package dev.firstfill.api.cases;

import dev.firstfill.api.problem.ProblemException;
import dev.firstfill.api.problem.ProblemType;
import dev.firstfill.clocks.Party;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** For whom the cases of a list wait, as the contract calls it. */
@Schema(
        type = SchemaType.STRING,
        enumeration = {"pharmacy", "payer", "prescriber", "patient", "hub", "carrier"},
        description = "Only those that wait for this party.")
public record PartyFilter(Party party) {

    /** For query parameters, which the framework converts by this name. */
    public static PartyFilter fromString(String name) {
        return Arrays.stream(Party.values())
                .filter(party -> party.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .map(PartyFilter::new)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.INVALID_PARAMETER,
                        "waitsFor is pharmacy, payer, prescriber, patient, hub or carrier."));
    }
}
