package dev.firstfill.tenancy.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeyFileTest {
    @TempDir
    private Path folder;

    @Test
    void of_two_programs_that_make_a_key_the_first_counts() throws IOException {
        var file = folder.resolve("new/key.json");

        KeyFile.create(file, "the first");
        KeyFile.create(file, "the second");

        assertThat(KeyFile.read(file, "The key")).isEqualTo("the first");
        assertThat(file.getParent().toFile().list()).containsExactly("key.json");
    }

    @Test
    void a_key_is_replaced_by_another_and_is_its_owners_alone() throws IOException {
        var file = folder.resolve("key.json");
        KeyFile.create(file, "the first");

        KeyFile.replace(file, "the second");

        assertThat(KeyFile.read(file, "The key")).isEqualTo("the second");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(folder.toFile().list()).containsExactly("key.json");
    }

    @Test
    void a_key_that_others_can_read_is_not_used() throws IOException {
        var file = folder.resolve("key.json");
        KeyFile.create(file, "the first");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> KeyFile.read(file, "The key"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The key must be readable and writable by its owner alone: chmod 600 " + file);
    }
}
