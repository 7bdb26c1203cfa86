package dev.firstfill.api.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firstfill.api.problem.ProblemException;
import dev.firstfill.api.problem.ProblemType;
import dev.firstfill.referrals.ReferralOrder;
import dev.firstfill.referrals.ReferredDiagnosis;
import dev.firstfill.referrals.ReferredPayerKind;
import jakarta.validation.Validation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read of bundles that mean well, and of those that do not. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadBundlesTest {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final BundleReader READER = new BundleReader(Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator());

    static List<CSVRecord> asRead() throws IOException {
        try (var table = CSVParser.parse(
                ExampleReferrals.asRead(),
                StandardCharsets.UTF_8,
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            return table.getRecords();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("asRead")
    void each_example_says_what_its_bundle_says(CSVRecord row) {
        var order = read(ExampleReferrals.bytes(row.get("file")));

        var patient = order.patient();
        assertThat(patient.name().family()).isEqualTo(row.get("family"));
        assertThat(Stream.of(patient.name().given(), patient.name().middle()).filter(Objects::nonNull))
                .containsExactly(row.get("given").split(" "));
        assertThat(patient.birthDate()).isEqualTo(LocalDate.parse(row.get("birthDate")));
        assertThat(patient.sex().name()).isEqualToIgnoringCase(row.get("sex"));
        assertThat(patient.phones().stream().map(phone -> phone.number().value()))
                .containsExactlyElementsOf(said(row, "phone"));
        boolean hasZip = !row.get("zip").startsWith("000");
        assertThat(patient.addresses().stream()
                        .map(address -> address.line1() + ' ' + address.zip().value()))
                .containsExactlyElementsOf(hasZip ? List.of(row.get("street") + ' ' + row.get("zip")) : List.of());
        assertThat(Objects.requireNonNull(patient.language()).value()).isEqualTo(row.get("language"));
        assertThat(patient.allergies()).hasSize(Integer.parseInt(row.get("allergies")));

        var prescriber = Objects.requireNonNull(order.prescriber());
        assertThat(prescriber.npi()).isEqualTo(row.get("npi"));
        assertThat(Objects.requireNonNull(prescriber.name()).family()).isEqualTo(row.get("prescriber"));
        assertThat(prescriber.office()).isNotNull();

        assertThat(order.coverages().stream().map(coverage -> coverage.payer()))
                .containsExactlyElementsOf(said(row, "payer"));
        assertThat(order.coverages().stream()
                        .map(coverage -> coverage.memberId().value()))
                .containsExactlyElementsOf(said(row, "memberId"));
        assertThat(order.coverages().stream()
                        .map(coverage -> Objects.requireNonNull(coverage.bin()).value()))
                .containsExactlyElementsOf(said(row, "bin"));

        assertThat(order.diagnoses()).hasSize(Integer.parseInt(row.get("diagnoses")));
        assertThat(order.diagnoses().get(0).forOrder()).isTrue();
        assertThat(order.diagnoses().stream()
                        .map(ReferredDiagnosis::icd10Code)
                        .filter(Objects::nonNull)
                        .map(code -> code.value()))
                .containsExactlyElementsOf(said(row, "icd10"));

        var medication = order.medication();
        assertThat(Objects.requireNonNull(medication.rxNorm()).value()).isEqualTo(row.get("rxNorm"));
        assertThat(Objects.requireNonNullElse(medication.sig(), "")).isEqualTo(row.get("sig"));
        assertThat(medication.quantity()).isEqualByComparingTo("30");
        assertThat(medication.daysSupply()).isEqualTo(30);
        assertThat(medication.refills()).isEqualTo(5);
        assertThat(medication.writtenAt()).isEqualTo(Instant.parse(row.get("writtenAt")));
    }

    @Test
    void all_examples_are_in_the_table() throws IOException {
        assertThat(asRead().stream().map(row -> row.get("file")))
                .containsExactlyElementsOf(ExampleReferrals.names())
                .hasSize(37);
    }

    private static List<String> said(CSVRecord row, String column) {
        return Stream.of(row.get(column)).filter(value -> !value.isEmpty()).toList();
    }

    @Test
    void former_names_payers_of_the_state_and_a_condition_at_the_patients_address_are_read() {
        var order = read(ExampleReferrals.bytes("referral-007.json"));

        assertThat(order.patient().formerFamilyNames()).containsExactly("Kerluke267");
        assertThat(order.coverages().get(0).kind()).isEqualTo(ReferredPayerKind.DUAL);
    }

    @Test
    void a_practitioner_in_a_role_a_medication_beside_the_order_and_a_day_without_time_are_read() {
        var order = read(changed(bundle -> {
            request(bundle).put("authoredOn", "2026-11-19").remove("medicationCodeableConcept");
            request(bundle).putObject("medicationReference").put("reference", "#m");
            request(bundle).putArray("contained").add(tree("""
                    {"resourceType": "Medication", "id": "m", "code": {"coding": [
                      {"system": "http://hl7.org/fhir/sid/ndc", "code": "0074-0554-02"}]}}"""));
            var practitioner = request(bundle).at("/requester/reference").asText();
            ((ObjectNode) request(bundle).get("requester")).put("reference", "PractitionerRole/r");
            entries(bundle).addObject().set("resource", tree("""
                    {"resourceType": "PractitionerRole", "id": "r", "practitioner": {"reference": "%s"}}""".formatted(practitioner)));
        }));

        assertThat(Objects.requireNonNull(order.prescriber()).npi()).isEqualTo("1999953197");
        assertThat(Objects.requireNonNull(order.medication().ndc()).digits()).isEqualTo("00074055402");
        assertThat(order.medication().writtenAt()).isEqualTo("2026-11-19T06:00:00Z");
    }

    @Test
    void references_that_lead_nowhere_are_things_to_ask_for() {
        var order = read(changed(bundle -> {
            ((ObjectNode) request(bundle).get("requester"))
                    .put("reference", "https://elsewhere.example/Practitioner/1");
            ((ObjectNode) request(bundle).at("/reasonReference/0")).put("reference", "urn:uuid:nowhere");
        }));

        assertThat(order.prescriber()).isNull();
        assertThat(order.diagnoses()).noneMatch(ReferredDiagnosis::forOrder);
    }

    @Test
    void references_in_a_circle_are_followed_one_step() {
        var order = read(changed(bundle -> {
            ((ObjectNode) request(bundle).get("requester")).put("reference", "PractitionerRole/a");
            for (var pair : List.of("a b", "b a")) {
                var ids = pair.split(" ");
                entries(bundle).addObject().set("resource", tree("""
                        {"resourceType": "PractitionerRole", "id": "%s",
                         "practitioner": {"reference": "PractitionerRole/%s"}}""".formatted(ids[0], ids[1])));
            }
        }));

        assertThat(order.prescriber()).isNull();
    }

    @Test
    void narrative_is_never_looked_at() {
        var order = read(changed(bundle ->
                patient(bundle).putObject("text").put("status", "generated").put("div", """
                <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><div onload="alert(1)">&e;</div>""")));

        assertThat(order.patient().name().family()).isEqualTo("Chavarría957");
    }

    static List<Arguments> hostile() {
        return List.of(
                Arguments.of("nothing", bytes(""), ProblemType.INVALID_BODY, ""),
                Arguments.of("a list", bytes("[]"), ProblemType.INVALID_BODY, ""),
                Arguments.of("XML", bytes("<Bundle xmlns=\"http://hl7.org/fhir\"/>"), ProblemType.MALFORMED_JSON, null),
                Arguments.of("no UTF-8", new byte[] {'{', (byte) 0xC3, '(', '}'}, ProblemType.MALFORMED_JSON, null),
                Arguments.of(
                        "another resource", bytes("{\"resourceType\": \"Patient\"}"), ProblemType.INVALID_BODY, ""),
                Arguments.of("no resource", bytes("{}"), ProblemType.INVALID_BODY, ""),
                Arguments.of("a type that is none", bytes("{\"resourceType\": 7}"), ProblemType.INVALID_BODY, ""),
                Arguments.of(
                        "an empty bundle", bytes("{\"resourceType\": \"Bundle\"}"), ProblemType.INVALID_BODY, "/entry"),
                Arguments.of("cut off", cutOff(), ProblemType.MALFORMED_JSON, null),
                Arguments.of("something behind it", behind(), ProblemType.MALFORMED_JSON, null),
                Arguments.of("nested without end", bytes("{\"a\":".repeat(100_000)), ProblemType.MALFORMED_JSON, null),
                Arguments.of(
                        "lists without end",
                        bytes("{\"entry\":" + "[".repeat(100_000)),
                        ProblemType.MALFORMED_JSON,
                        null),
                Arguments.of(
                        "one key twice",
                        bytes("{\"resourceType\":\"Bundle\",\"type\":\"a\",\"type\":\"b\"}"),
                        ProblemType.MALFORMED_JSON,
                        null),
                Arguments.of(
                        "a number beyond measure",
                        changed(bundle -> quantity(bundle).put("value", 1e300)),
                        ProblemType.INVALID_BODY,
                        "/entry/18/resource/dispenseRequest/quantity/value"),
                hostile(
                        "501 entries",
                        bundle -> {
                            while (entries(bundle).size() < 501) {
                                entries(bundle).add(entries(bundle).get(1).deepCopy());
                            }
                        },
                        "/entry"),
                hostile("an entry without resource", bundle -> entries(bundle).insertObject(0), "/entry/0"),
                hostile(
                        "an unknown resource",
                        bundle -> entries(bundle)
                                .addObject()
                                .putObject("resource")
                                .put("resourceType", "Missile"),
                        ""),
                hostile(
                        "a resource without type",
                        bundle -> entries(bundle).addObject().putObject("resource"),
                        ""),
                hostile(
                        "a text for a resource",
                        bundle -> entries(bundle).addObject().put("resource", "x"),
                        null),
                hostile(
                        "two patients",
                        bundle -> entries(bundle).add(entries(bundle).get(0).deepCopy()),
                        "/entry"),
                hostile("no patient", bundle -> entries(bundle).remove(0), "/entry"),
                hostile("no active order", bundle -> request(bundle).put("status", "cancelled"), "/entry"),
                hostile("an unknown element", bundle -> patient(bundle).put("Marisol", "Vega"), "/entry"),
                hostile(
                        "a number in quotes",
                        bundle -> quantity(bundle).put("value", "30"),
                        "/entry/18/resource/dispenseRequest/quantity/value"),
                hostile("a list for a text", bundle -> patient(bundle).putArray("birthDate"), null),
                hostile("an object for a list", bundle -> patient(bundle).putObject("name"), null),
                hostile("a date that is none", bundle -> patient(bundle).put("birthDate", "1961-02-30"), null),
                hostile(
                        "a year for a date",
                        bundle -> patient(bundle).put("birthDate", "1961"),
                        "/entry/0/resource/birthDate"),
                hostile(
                        "born in the future",
                        bundle -> patient(bundle).put("birthDate", "2999-01-01"),
                        "/entry/0/resource"),
                hostile("no birth date", bundle -> patient(bundle).remove("birthDate"), "/entry/0/resource/birthDate"),
                hostile("no name", bundle -> patient(bundle).remove("name"), "/entry/0/resource/name"),
                hostile("a name of blanks", bundle -> name(bundle).put("family", "   "), "/entry/0/resource/name"),
                hostile(
                        "markup in a name",
                        bundle -> name(bundle).put("family", "<script>alert(1)</script>"),
                        "/entry/0/resource"),
                hostile(
                        "a control character",
                        bundle -> name(bundle).put("family", "Ve\u0007ga"),
                        "/entry/0/resource/name/0/family"),
                hostile(
                        "half a character",
                        bundle -> name(bundle).put("family", "Ve\ud800ga"),
                        "/entry/0/resource/name/0/family"),
                hostile("a line break in a name", bundle -> name(bundle).put("family", "Ve\nga"), "/entry/0/resource"),
                hostile(
                        "a name without end",
                        bundle -> name(bundle).put("family", "V".repeat(99_000)),
                        "/entry/0/resource"),
                hostile("a text beyond measure", bundle -> name(bundle).put("family", "V".repeat(200_000)), null),
                hostile("a negative quantity", bundle -> quantity(bundle).put("value", -30), "/entry/18/resource"),
                hostile(
                        "an order for another patient",
                        bundle -> ((ObjectNode) request(bundle).get("subject")).put("reference", "Patient/other"),
                        "/entry/18/resource/subject"),
                hostile(
                        "another one's card",
                        bundle -> ((ObjectNode) resource(bundle, "Coverage").get("beneficiary"))
                                .put("reference", "Patient/other"),
                        null),
                hostile(
                        "an order without a drug",
                        bundle -> request(bundle).remove("medicationCodeableConcept"),
                        "/entry/18/resource"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void what_is_no_referral_is_refused_without_being_repeated(
            String what, byte[] document, ProblemType type, String pointer) {
        assertThatThrownBy(() -> read(document)).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.type()).isEqualTo(type);
            if (pointer != null) {
                assertThat(refused.errors()).first().satisfies(error -> assertThat(error.pointer())
                        .isEqualTo(pointer));
            }
            assertThat(refused.getMessage() + refused.errors())
                    .doesNotContain("Marisol", "Vega", "Chavarr", "script", "Missile", "1961");
        });
    }

    private static Arguments hostile(String what, Consumer<ObjectNode> change, String pointer) {
        return Arguments.of(what, changed(change), ProblemType.INVALID_BODY, pointer);
    }

    private static ReferralOrder read(byte[] document) {
        return READER.read(document, CHICAGO);
    }

    private static byte[] changed(Consumer<ObjectNode> change) {
        var bundle = tree(new String(ExampleReferrals.bytes("referral-001.json"), StandardCharsets.UTF_8));
        change.accept(bundle);
        // Written with escapes, since half a character cannot be written otherwise.
        try {
            return JSON.writer()
                    .with(com.fasterxml.jackson.core.json.JsonWriteFeature.ESCAPE_NON_ASCII)
                    .writeValueAsBytes(bundle);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] cutOff() {
        var whole = ExampleReferrals.bytes("referral-001.json");
        return java.util.Arrays.copyOf(whole, whole.length / 2);
    }

    private static byte[] behind() {
        return bytes(new String(ExampleReferrals.bytes("referral-001.json"), StandardCharsets.UTF_8) + "{}");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode tree(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    private static ArrayNode entries(ObjectNode bundle) {
        return (ArrayNode) bundle.get("entry");
    }

    private static ObjectNode resource(ObjectNode bundle, String kind) {
        for (var entry : entries(bundle)) {
            if (entry.at("/resource/resourceType").asText().equals(kind)) {
                return (ObjectNode) entry.get("resource");
            }
        }
        throw new AssertionError(kind);
    }

    private static ObjectNode patient(ObjectNode bundle) {
        return resource(bundle, "Patient");
    }

    private static ObjectNode name(ObjectNode bundle) {
        return (ObjectNode) patient(bundle).at("/name/0");
    }

    private static ObjectNode request(ObjectNode bundle) {
        return resource(bundle, "MedicationRequest");
    }

    private static ObjectNode quantity(ObjectNode bundle) {
        return (ObjectNode) request(bundle).at("/dispenseRequest/quantity");
    }
}
