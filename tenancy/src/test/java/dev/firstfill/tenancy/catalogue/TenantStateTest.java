package dev.firstfill.tenancy.catalogue;

import static dev.firstfill.tenancy.catalogue.TenantState.ACTIVE;
import static dev.firstfill.tenancy.catalogue.TenantState.CLOSED;
import static dev.firstfill.tenancy.catalogue.TenantState.OFFBOARDING;
import static dev.firstfill.tenancy.catalogue.TenantState.PROVISIONING;
import static dev.firstfill.tenancy.catalogue.TenantState.SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TenantStateTest {

    @Test
    void moves_along_these_edges_and_no_others() {
        var moves = Arrays.stream(TenantState.values())
                .collect(Collectors.toMap(state -> state, state -> Arrays.stream(TenantState.values())
                        .filter(state::canBecome)
                        .collect(Collectors.toSet())));

        assertThat(moves)
                .isEqualTo(Map.of(
                        PROVISIONING, Set.of(ACTIVE, CLOSED),
                        ACTIVE, Set.of(SUSPENDED, OFFBOARDING),
                        SUSPENDED, Set.of(ACTIVE, OFFBOARDING),
                        OFFBOARDING, Set.of(CLOSED),
                        CLOSED, Set.of()));
    }
}
