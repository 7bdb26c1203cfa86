package dev.firstfill.bench.load;

import dev.firstfill.bench.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** SQL as a person would run it, as the owner of the schemas. */
public final class Psql {
    private final Platform platform;

    public Psql(Platform platform) {
        this.platform = platform;
    }

    /** The whole file over one connection, which ends at the first mistake. */
    public void run(String sql) throws IOException, InterruptedException {
        var file = Files.writeString(Files.createTempFile(platform.folder(), "psql-", ".sql"), sql);
        try {
            Tool.output(Map.of("PGPASSWORD", platform.ownerPassword()), command(file));
        } finally {
            Files.delete(file);
        }
    }

    private List<String> command(Path file) {
        var server = platform.superuser();
        return List.of(
                "psql",
                "-X",
                "-q",
                "-v",
                "ON_ERROR_STOP=1",
                "-h",
                server.host(),
                "-p",
                "" + server.port(),
                "-U",
                "firstfill_owner",
                "-d",
                Platform.DATABASE,
                "-f",
                file.toString());
    }
}
