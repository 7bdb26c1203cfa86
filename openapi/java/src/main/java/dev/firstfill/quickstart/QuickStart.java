package dev.firstfill.quickstart;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.firstfill.client.ApiClient;
import dev.firstfill.client.ApiException;
import dev.firstfill.client.PatientsApi;
import dev.firstfill.client.model.PatientDetails;
import dev.firstfill.client.model.PatientDetailsPatch;
import dev.firstfill.client.model.PatientSearch;
import dev.firstfill.client.model.PersonName;
import dev.firstfill.client.model.Phone;
import dev.firstfill.client.model.PhoneUse;
import dev.firstfill.client.model.Problem;
import dev.firstfill.client.model.Sex;
import java.time.LocalDate;

/** What a program does first: registers a patient, finds it again, changes it, and is told what it got wrong. */
final class QuickStart {
    private static final LocalDate BIRTH_DATE = LocalDate.of(1961, 4, 12);

    private final ApiClient firstfill;
    private final PatientsApi patients;

    private QuickStart(String address, String token) {
        firstfill = new ApiClient();
        firstfill.updateBaseUri(address);
        firstfill.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        patients = new PatientsApi(firstfill);
    }

    public static void main(String[] words) throws ApiException, JsonProcessingException {
        new QuickStart(setting("FIRSTFILL_URL"), setting("FIRSTFILL_TOKEN")).run();
    }

    private void run() throws ApiException, JsonProcessingException {
        // Register.
        var patient = patients.createPatient(new PatientDetails()
                .name(new PersonName().given("Marisol").family("Vega"))
                .birthDate(BIRTH_DATE)
                .sex(Sex.FEMALE)
                .language("es-US"));
        System.out.println("registered " + patient.getNumber());

        // Read: by the id, or by the number that people say aloud. The ETag is its version.
        var read = patients.getPatientWithHttpInfo(patient.getNumber());
        var version = read.getHeaders().get("etag").getFirst();
        expect(read.getData().getId().equals(patient.getId()), "the number leads to the patient");

        // Search: whatever identifies a person travels in the body, never in the address.
        var found = patients.searchPatients(new PatientSearch().family("veg").birthDate(BIRTH_DATE));
        expect(found.getItems().stream().anyMatch(one -> one.getId().equals(patient.getId())), "the search finds it");

        // Change parts of it: null removes, what is left out stays. If-Match names the version it was made from.
        var id = patient.getId().toString();
        var now = patients.updatePatient(
                id,
                version,
                new PatientDetailsPatch()
                        .language(null)
                        .addPhonesItem(new Phone().use(PhoneUse.HOME).number("(518) 555-0199").preferred(true)));
        expect(now.getLanguage() == null, "the language is removed");
        expect(now.getPhones().getFirst().getNumber().equals("+15185550199"), "the phone is there");

        // Somebody else may have been quicker: a version that is gone changes nothing.
        var late = refused(() -> patients.updatePatient(id, version, new PatientDetailsPatch().sex(Sex.UNKNOWN)));
        expect(late.getStatus() == 412 && late.getCode().equals("stale-version"), "the old version is refused");

        // What is not there is a problem document. Its code is what programs act on; its type is a page for people.
        var missing = refused(() -> patients.getPatient("P999999"));
        expect(missing.getStatus() == 404, "nobody has that number");
        System.out.println("refused with " + missing.getCode() + ": " + missing.getTitle());
    }

    private Problem refused(Call call) throws JsonProcessingException {
        try {
            call.make();
        } catch (ApiException refusal) {
            return firstfill.getObjectMapper().readValue(refusal.getResponseBody(), Problem.class);
        }
        throw new IllegalStateException("It was not refused.");
    }

    private static void expect(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("It does not hold that " + what + ".");
        }
    }

    private static String setting(String name) {
        var value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException("Set " + name + ".");
        }
        return value;
    }

    @FunctionalInterface
    private interface Call {
        void make() throws ApiException;
    }
}
