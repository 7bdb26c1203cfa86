package dev.firstfill.prescribers;

import dev.firstfill.identifiers.DeaNumber;
import dev.firstfill.identifiers.MalformedIdentifier;
import dev.firstfill.identifiers.Npi;
import dev.firstfill.identifiers.PhoneNumber;
import dev.firstfill.identifiers.UsState;
import dev.firstfill.identifiers.ZipCode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** The prescribers of these tests. Whatever a test does not care about is the same for all of them. */
final class People {
    private People() {}

    static PrescriberDetails drAnand(Npi npi) {
        return named(npi, "Anand");
    }

    static PrescriberDetails named(Npi npi, String family) {
        return with(npi, family, office("Lakeside Rheumatology", "+13125550142;ext=204"));
    }

    static PrescriberDetails with(Npi npi, String family, Office... offices) {
        return new PrescriberDetails(
                npi,
                DeaNumber.parse("AB1234563"),
                new PrescriberName("Priya", null, family, null, "MD"),
                List.of(new Speciality("Rheumatology", "207RR0500X")),
                List.of(offices),
                List.of(new StateLicence(UsState.IL, "036.123456", LocalDate.parse("2027-07-31"))));
    }

    static Office office(String name, String... phones) {
        return new Office(
                name,
                new OfficeAddress("1 Lake Street", "Suite 400", "Chicago", UsState.IL, ZipCode.parse("60601")),
                Arrays.stream(phones)
                        .map(phone -> new OfficePhone(OfficePhone.Use.MAIN, PhoneNumber.parse(phone)))
                        .toList(),
                Office.ContactMethod.PHONE);
    }

    /** One that no other test has, in all likelihood. */
    static Npi anyNpi() {
        var digits = "1" + "%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
        return IntStream.range(0, 10)
                .mapToObj(check -> digits + check)
                .filter(People::isNpi)
                .map(Npi::parse)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isNpi(String digits) {
        try {
            Npi.parse(digits);
            return true;
        } catch (MalformedIdentifier wrongCheckDigit) {
            return false;
        }
    }

    /** Letters only, so in all likelihood no other test has it. */
    static String anySurname() {
        return ThreadLocalRandom.current()
                .ints(8, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
