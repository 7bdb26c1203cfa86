package dev.firstfill.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A repository beside the real one, so that tests of the servers never meet the servers of other tests. */
final class OtherRoot {

    private OtherRoot() {}

    /** Shares what is the same everywhere: the unpacked programs and the script of the logins. */
    static Path make() throws IOException {
        var real = Instance.named("check");
        var target = Files.createDirectories(real.root().resolve("local/target"));
        var root = Files.createTempDirectory(target, "root-");
        Files.createDirectories(root.resolve(".local"));
        Files.createSymbolicLink(root.resolve(".local/cache"), real.cache());
        Files.createSymbolicLink(root.resolve("tenancy"), real.root().resolve("tenancy"));
        return root;
    }
}
