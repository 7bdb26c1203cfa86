package dev.firstfill.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The passwords of one instance: made up at random when first asked for, kept where only their owner reads. */
final class Secrets {

    /** 192 bits: beyond guessing, and as hexadecimal free of every character that needs quoting somewhere. */
    private static final int BYTES = 24;

    private final Path file;
    private final Properties kept = new Properties();

    Secrets(Path folder) throws IOException {
        file = folder.resolve("secrets.properties");
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                kept.load(in);
            }
        }
    }

    synchronized String of(String name) throws IOException {
        var known = kept.getProperty(name);
        if (known != null) {
            return known;
        }
        var random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        var secret = HexFormat.of().formatHex(random);
        kept.setProperty(name, secret);
        save();
        return secret;
    }

    private void save() throws IOException {
        var text = new StringBuilder();
        kept.stringPropertyNames().stream().sorted().forEach(name -> text.append(name)
                .append('=')
                .append(kept.getProperty(name))
                .append('\n'));
        PrivateFile.write(file, text.toString());
    }
}
