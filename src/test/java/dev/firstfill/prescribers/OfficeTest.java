package dev.firstfill.prescribers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.identifiers.PhoneNumber;
import dev.firstfill.identifiers.UsState;
import dev.firstfill.identifiers.ZipCode;
import dev.firstfill.prescribers.Office.ContactMethod;
import dev.firstfill.prescribers.OfficePhone.Use;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficeTest {

    @ParameterizedTest
    @CsvSource({"PHONE, MAIN", "FAX, FAX", "NURSE_LINE, NURSE_LINE"})
    void whoever_is_to_be_contacted_on_a_line_has_that_line(ContactMethod preferred, Use needed) {
        assertThat(office(preferred, needed).isReachableAsPreferred()).isTrue();

        var allOthers = Arrays.stream(Use.values()).filter(use -> use != needed).toArray(Use[]::new);
        assertThat(office(preferred, allOthers).isReachableAsPreferred()).isFalse();
    }

    @Test
    void a_portal_takes_no_number() {
        assertThat(office(ContactMethod.PORTAL).isReachableAsPreferred()).isTrue();
    }

    @Test
    void without_a_preference_any_numbers_will_do() {
        assertThat(office(null).isReachableAsPreferred()).isTrue();
        assertThat(office(null, Use.FAX).isReachableAsPreferred()).isTrue();
    }

    private static Office office(@Nullable ContactMethod preferred, Use... lines) {
        List<OfficePhone> phones = Arrays.stream(lines)
                .map(use -> new OfficePhone(use, PhoneNumber.parse("312-555-0142")))
                .toList();
        return new Office(
                "Lakeside Rheumatology",
                new OfficeAddress("1 Lake Street", null, "Chicago", UsState.IL, ZipCode.parse("60601")),
                phones,
                preferred);
    }
}
