package dev.firstfill.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for all identifiers alike. */
class EveryIdentifierTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private record Identifier<T>(
            Class<T> type, Function<String, T> parse, Function<T, String> value, String typed, String canonical) {

        String canonical(String written) {
            return value.apply(parse.apply(written));
        }
    }

    static final List<Identifier<?>> ALL = List.of(
            new Identifier<>(Bin.class, Bin::parse, Bin::value, "610-014", "610014"),
            new Identifier<>(DeaNumber.class, DeaNumber::parse, DeaNumber::value, "ab1234563-m12", "AB1234563-M12"),
            new Identifier<>(
                    EmailAddress.class,
                    EmailAddress::parse,
                    EmailAddress::value,
                    " Ada@Northgate.example",
                    "Ada@northgate.example"),
            new Identifier<>(Icd10Code.class, Icd10Code::parse, Icd10Code::value, "m0579", "M05.79"),
            new Identifier<>(LanguageTag.class, LanguageTag::parse, LanguageTag::value, "es_mx", "es-MX"),
            new Identifier<>(MemberId.class, MemberId::parse, MemberId::value, "w1234 56789", "W123456789"),
            new Identifier<>(
                    NcpdpProviderId.class, NcpdpProviderId::parse, NcpdpProviderId::value, "12-34567", "1234567"),
            new Identifier<>(Ndc.class, Ndc::parse, Ndc::value, "0002 1433 80", "00002-1433-80"),
            new Identifier<>(Npi.class, Npi::parse, Npi::value, "123-456-7893", "1234567893"),
            new Identifier<>(Pcn.class, Pcn::parse, Pcn::value, "meddadv", "MEDDADV"),
            new Identifier<>(
                    PhoneNumber.class,
                    PhoneNumber::parse,
                    PhoneNumber::value,
                    "(312) 555-0142 x204",
                    "+13125550142;ext=204"),
            new Identifier<>(RxCui.class, RxCui::parse, RxCui::value, " 327361", "327361"),
            new Identifier<>(RxGroup.class, RxGroup::parse, RxGroup::value, "rx plus", "RX PLUS"),
            new Identifier<>(UsState.class, UsState::parse, UsState::value, "illinois", "IL"),
            new Identifier<>(ZipCode.class, ZipCode::parse, ZipCode::value, "627041234", "62704-1234"));

    static Stream<Identifier<?>> all() {
        return ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void reads_from_json_as_typed_and_writes_its_canonical_form(Identifier<?> identifier)
            throws JsonProcessingException {
        var read = JSON.readValue(JSON.writeValueAsString(identifier.typed()), identifier.type());

        assertThat(JSON.writeValueAsString(read)).isEqualTo('"' + identifier.canonical() + '"');
        assertThat(JSON.readValue(JSON.writeValueAsString(read), identifier.type()))
                .isEqualTo(read);
    }

    @ParameterizedTest
    @MethodSource("all")
    void refuses_malformed_json_values_with_its_own_refusal_as_the_cause(Identifier<?> identifier) {
        var refusal = catchThrowableOfType(
                JsonMappingException.class, () -> JSON.readValue("\"~ tell-tale ~\"", identifier.type()));

        assertThat(refusal).hasCauseInstanceOf(MalformedIdentifier.class);
        assertThat(refusal.getMessage()).doesNotContain("tell-tale");
    }

    @ParameterizedTest
    @MethodSource("all")
    void refuses_json_that_is_no_text_and_no_number(Identifier<?> identifier) {
        for (var json : List.of("{}", "[]", "{\"value\":\"" + identifier.canonical() + "\"}")) {
            assertThat(catchThrowableOfType(JsonMappingException.class, () -> JSON.readValue(json, identifier.type())))
                    .as(json)
                    .isNotNull();
        }
    }

    @Test
    void what_identifies_a_person_is_not_shown_by_to_string() {
        assertThat(PhoneNumber.parse("(312) 555-0142 x204")).hasToString("PhoneNumber[hidden]");
        assertThat(EmailAddress.parse("ada@northgate.example")).hasToString("EmailAddress[hidden]");
        assertThat(MemberId.parse("W123456789")).hasToString("MemberId[hidden]");
        assertThat(ZipCode.parse("62704-1234")).hasToString("ZipCode[hidden]");
    }

    @Test
    void every_rule_has_its_own_code_in_kebab_case_and_says_itself_in_a_sentence() {
        var rules = Arrays.asList(IdentifierRule.values());

        assertThat(rules)
                .extracting(IdentifierRule::code)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z0-9]+(-[a-z0-9]+)+"));
        assertThat(rules).extracting(IdentifierRule::message).allMatch(message -> message.endsWith("."));
    }

    @Test
    void a_refusal_carries_identifier_code_and_message() {
        var refusal = catchThrowableOfType(MalformedIdentifier.class, () -> Npi.parse("1234567890"));

        assertThat(refusal.identifier()).isEqualTo("NPI");
        assertThat(refusal.code()).isEqualTo("npi-checksum");
        assertThat(refusal)
                .hasMessage("The last digit of this NPI does not fit the other nine: one of the digits is wrong.");
        assertThat(refusal).hasNoCause();
    }

    @Property(tries = 3000)
    void any_text_is_either_read_or_refused_as_malformed(@ForAll("texts") String text) {
        for (var identifier : ALL) {
            try {
                var canonical = identifier.canonical(text);
                assertThat(identifier.canonical(canonical)).isEqualTo(canonical);
            } catch (MalformedIdentifier refusal) {
                assertThat(refusal).hasNoCause();
            }
        }
    }

    /** Junk of every script, and near misses in the characters that identifiers are made of. */
    @Provide
    Arbitrary<String> texts() {
        var junk = Arbitraries.strings().ofMaxLength(60);
        var nearMisses =
                Arbitraries.strings().withChars("0123456789ABXab-+.;=@ x_/#").ofMaxLength(24);
        var phones =
                Arbitraries.strings().numeric().ofMinLength(6).ofMaxLength(15).map("+"::concat);
        var tags = Arbitraries.strings()
                .withChars("aehinsxuABMZ14-")
                .ofMinLength(2)
                .ofMaxLength(14);
        return Arbitraries.oneOf(junk, nearMisses, phones, tags);
    }
}
