package dev.firstfill.api.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.api.security.Permission;
import dev.firstfill.api.security.Role;
import dev.firstfill.tasks.Queue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QueueRightsTest {

    @ParameterizedTest
    @EnumSource(Queue.class)
    void the_documented_roles_work_it(Queue queue) throws IOException {
        var workers = Arrays.stream(Role.values())
                .filter(role -> QueueRights.of(role).contains(queue))
                .map(Role::wireName)
                .collect(Collectors.joining(", "));

        assertThat(Files.readString(Path.of("../docs/tasks.md")))
                .contains("| `%s` | %s |".formatted(queue.wireName(), workers));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void whoever_may_work_on_tasks_has_a_queue_and_nobody_else(Role role) {
        assertThat(QueueRights.of(role).isEmpty()).isNotEqualTo(Permission.TASK_WORK.isGivenTo(role));
    }

    @Test
    void every_queue_is_somebodys_work_beside_the_managers() {
        assertThat(Queue.values()).allSatisfy(queue -> assertThat(Role.values())
                .anyMatch(role ->
                        role != Role.PHARMACY_MANAGER && QueueRights.of(role).contains(queue)));
    }
}
