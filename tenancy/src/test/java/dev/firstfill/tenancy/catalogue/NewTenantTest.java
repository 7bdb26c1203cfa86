package dev.firstfill.tenancy.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.tenancy.catalogue.TenancyRefusals.NewTenantInvalid;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewTenantTest {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    @Test
    void lies_on_the_main_node_and_has_no_blanks_around_its_name() {
        var wish = new NewTenant("northgate", " Northgate Specialty Pharmacy ", CHICAGO, false);

        assertThat(wish).isEqualTo(new NewTenant("northgate", "Northgate Specialty Pharmacy", CHICAGO, false, "main"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no", "North", "1north", "north_gate", "northgate-", "-northgate", "north gate"})
    void refuses_a_slug_that_is_no_name_for_a_command(String slug) {
        assertThatThrownBy(() -> new NewTenant(slug, "Northgate", CHICAGO, false))
                .isInstanceOf(NewTenantInvalid.class);
    }

    @Test
    void refuses_a_slug_of_41_characters() {
        assertThatThrownBy(() -> new NewTenant("n".repeat(41), "Northgate", CHICAGO, false))
                .isInstanceOf(NewTenantInvalid.class);
    }

    @Test
    void refuses_a_blank_name() {
        assertThatThrownBy(() -> new NewTenant("northgate", "  ", CHICAGO, false))
                .hasMessage("A pharmacy's name has 1 to 200 characters.");
    }

    @Test
    void refuses_an_offset_because_it_forgets_daylight_saving() {
        assertThatThrownBy(() -> new NewTenant("northgate", "Northgate", ZoneId.of("-05:00"), false))
                .hasMessage("A time zone is named by place, such as America/Chicago.");
    }
}
