package dev.firstfill.patients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.kernel.Json;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each row of the table in docs/referrals.md, and what holds of all descriptions whatever. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ResemblanceTest {
    private static final String VEGA = "Marisol|Ana|Vega|1961-04-12|female|312-555-0142|4 Elm St|60601|Aetna|W1";

    /** Everything that is not said is as in {@link #VEGA}. */
    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "the same in everything,                 Marisol|Ana|Vega|1961-04-12|female|312-555-0142|4 Elm St|60601|Aetna|W1, CERTAIN",
        "accents and case,                       MARÍSOL|ana|vega|1961-04-12|female|312-555-0142|4 Elm St|60601|Aetna|W1, CERTAIN",
        "card alone shared,                      Marisol||Vega|1961-04-12|female|312-555-0199|9 Oak St|60602|Aetna|W1, CERTAIN",
        "phone alone shared,                     Marisol||Vega|1961-04-12|female|312-555-0142|9 Oak St|60602|Cigna|X9, CERTAIN",
        "address alone shared,                   Marisol||Vega|1961-04-12|female|312-555-0199|4 ELM ST.|60601|Cigna|X9, CERTAIN",
        "middle name as an initial,              Marisol|A|Vega|1961-04-12|female|312-555-0142|4 Elm St|60601|Aetna|W1, CERTAIN",
        "nothing shared but name and birth date, Marisol||Vega|1961-04-12|female|312-555-0199|9 Oak St|60602|Cigna|X9, DOUBTFUL",
        "the same number with another payer,     Marisol||Vega|1961-04-12|female|312-555-0199|9 Oak St|60602|Cigna|W1, DOUBTFUL",
        "another middle name,                    Marisol|Lena|Vega|1961-04-12|female|312-555-0142|4 Elm St|60601|Aetna|W1, DOUBTFUL",
        "another sex,                            Marisol|Ana|Vega|1961-04-12|male|312-555-0142|4 Elm St|60601|Aetna|W1, DOUBTFUL",
        "twins,                                  Lucia||Vega|1961-04-12|female|312-555-0142|4 Elm St|60601|Aetna|W1, DOUBTFUL",
        "twins with names alike,                 Marisal||Vega|1961-04-12|female|312-555-0142|4 Elm St|60601|Aetna|W1, DOUBTFUL",
        "married since,                          Marisol||Duarte|1961-04-12|female|312-555-0199|9 Oak St|60602|Cigna|X9, DOUBTFUL",
        "one of two surnames,                    Marisol||Vega Ruiz|1961-04-12|female|312-555-0199|9 Oak St|60602|Cigna|X9, DOUBTFUL",
        "a slip in the surname,                  Marisol||Vegas|1961-04-12|female|312-555-0142|9 Oak St|60602|Cigna|X9, DOUBTFUL",
        "phone and birth date under another name,Petra||Novak|1961-04-12|female|312-555-0142|9 Oak St|60602|Cigna|X9, DOUBTFUL",
        "day and month changed places,           Marisol||Vega|1961-12-04|female|312-555-0199|9 Oak St|60602|Cigna|X9, DOUBTFUL",
        "one digit of the birth date,            Marisol||Vega|1967-04-12|female|312-555-0199|9 Oak St|60602|Cigna|X9, DOUBTFUL",
        "mother and daughter of one name,        Marisol||Vega|1989-07-30|female|312-555-0142|4 Elm St|60601|Aetna|W1, DOUBTFUL",
        "husband and wife on one card,           Jorge||Vega|1958-02-03|male|312-555-0142|4 Elm St|60601|Aetna|W1, DIFFERENT",
        "a namesake,                             Marisol||Vega|1989-07-30|female|312-555-0199|9 Oak St|60602|Cigna|X9, DIFFERENT",
        "born on the same day,                   Petra||Novak|1961-04-12|female|312-555-0199|9 Oak St|60602|Cigna|X9, DIFFERENT"
    })
    void whoever_is_compared_with_Marisol_Vega(String what, String other, Resemblance expected) {
        assertThat(Resemblance.of(person(VEGA), person(other))).isEqualTo(expected);
    }

    @Property(tries = 5_000)
    void comparing_has_no_direction(@ForAll("people") String one, @ForAll("people") String other) {
        assertThat(Resemblance.of(person(one), person(other))).isEqualTo(Resemblance.of(person(other), person(one)));
    }

    @Property(tries = 5_000)
    void two_birth_dates_are_never_certainly_one_person(@ForAll("people") String one, @ForAll("people") String other) {
        var first = person(one);
        var second = person(other);

        if (!first.birthDate().equals(second.birthDate())) {
            assertThat(Resemblance.of(first, second)).isNotEqualTo(Resemblance.CERTAIN);
        }
    }

    @Property(tries = 5_000)
    void two_given_names_are_never_certainly_one_person(@ForAll("people") String one, @ForAll("people") String other) {
        var first = person(one);
        var second = person(other);

        if (!first.given().equals(second.given())) {
            assertThat(Resemblance.of(first, second)).isNotEqualTo(Resemblance.CERTAIN);
        }
    }

    @Property(tries = 500)
    void whoever_sends_the_same_description_again_is_the_same(@ForAll("people") String one) {
        assertThat(Resemblance.of(person(one), person(one))).isEqualTo(Resemblance.CERTAIN);
    }

    /** Few values of each, so that people often share some of them. */
    @Provide
    Arbitrary<String> people() {
        var names =
                Arbitraries.of("Marisol||Vega", "Marisal||Vega", "Lucia|A|Vega", "M||Vegas", "Marisol|Ana|Vega Ruiz");
        var births = Arbitraries.of("1961-04-12", "1961-12-04", "1967-04-12", "1989-07-30");
        var sexes = Arbitraries.of("female", "male", "unknown");
        var contacts = Arbitraries.of("312-555-0142|4 Elm St|60601", "312-555-0199|9 Oak St|60602");
        var cards = Arbitraries.of("Aetna|W1", "Aetna|W2", "Cigna|W1");
        return Combinators.combine(names, births, sexes, contacts, cards)
                .as((name, birth, sex, contact, card) -> String.join("|", name, birth, sex, contact, card));
    }

    private static Likeness person(String described) {
        var said = described.split("\\|", -1);
        var details = Json.read(
                """
                {"name": {"given": "%s", "middle": %s, "family": "%s"}, "birthDate": "%s", "sex": "%s",
                 "phones": [{"use": "home", "number": "%s"}],
                 "addresses": [{"use": "home", "line1": "%s", "city": "Chicago", "state": "IL", "zip": "%s"}],
                 "coverages": [{"order": "primary", "benefit": "pharmacy", "payer": "%s", "memberId": "%s"}]}
                """.formatted(
                                said[0],
                                said[1].isEmpty() ? null : '"' + said[1] + '"',
                                said[2],
                                LocalDate.parse(said[3]),
                                said[4],
                                "+1" + said[5].replace("-", ""),
                                said[6],
                                said[7],
                                said[8],
                                said[9])
                        .getBytes(StandardCharsets.UTF_8),
                PatientDetails.class);
        return Likeness.of(details, List.of());
    }
}
