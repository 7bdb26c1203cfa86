package dev.firstfill.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;

/**
 * Keycloak, unpacked, built for the options we need and run once. That takes a minute and is the same for every
 * instance, so it is kept.
 *
 * @param home the built distribution; nothing writes to it any more
 * @param firstRun what the first run left: a database with Keycloak's own tables, and an archive of the loaded
 *     classes, which together save half a minute of an instance's first start and a third of every other
 */
record KeycloakPrograms(Path home, Path firstRun) {

    private static final String DATABASE = "data/h2/keycloakdb.mv.db";
    private static final String CLASSES = "classes.jsa";

    /** A minute on a laptop; a loaded build machine may need several times that. */
    private static final Duration STEP_LIMIT = Duration.ofMinutes(3);

    private static final Duration BETWEEN_PROBES = Duration.ofMillis(200);

    /** Changes with the steps below, so that the outcome of older steps is not taken for that of newer ones. */
    private static final String RECIPE = "1";

    /** Nobody logs in to Firstfill in these ways, and each costs time at every start. */
    private static final String UNUSED_FEATURES =
            "kerberos,ciba,device-flow,impersonation,passkeys,web-authn,step-up-authentication-saml";

    static KeycloakPrograms builtIn(Path cache, Path log, Progress progress) throws IOException, InterruptedException {
        var version = Versions.of(Server.KEYCLOAK);
        var home = cache.resolve("keycloak-%s-%s".formatted(version, RECIPE));
        // An archive of classes fits one build of Java only; with another, Java would merely start slower.
        var java = Runtime.version().toString().replaceAll("[^0-9A-Za-z.]", "_");
        var firstRun = cache.resolve("keycloak-%s-%s-java-%s".formatted(version, RECIPE, java));
        if (!Files.isDirectory(firstRun)) {
            progress.say("Keycloak is built for this machine, once. That takes about a minute.");
        }
        Archives.once(home, folder -> {
            unzip(cache.resolve("downloads/keycloak-quarkus-dist-%s.zip".formatted(version)), folder);
            build(folder, log);
        });
        Archives.once(firstRun, folder -> run(home, folder, log));
        return new KeycloakPrograms(home, firstRun);
    }

    private static void unzip(Path archive, Path folder) throws IOException {
        if (!Files.exists(archive)) {
            throw new LocalStackFailure("Keycloak has not been downloaded yet: run bin/setup. (" + archive + ")");
        }
        try (var zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                // All names begin with one folder, whose name carries the version.
                var name = entry.getName().substring(entry.getName().indexOf('/') + 1);
                var target = Archives.inside(folder, name);
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(zip, target);
                }
            }
        }
    }

    private static void build(Path home, Path log) throws IOException, InterruptedException {
        var command = program(home, home, List.of());
        command.addAll(List.of(
                "build",
                "--db=dev-file",
                "--health-enabled=true",
                "--metrics-enabled=true",
                "--features-disabled=" + UNUSED_FEATURES));
        Processes.run(command, log, STEP_LIMIT);
    }

    private static void run(Path home, Path folder, Path log) throws IOException, InterruptedException {
        var port = Ports.freeNear(Server.KEYCLOAK.preferredPort());
        link(home, folder);
        var command = program(home, folder, List.of("-XX:ArchiveClassesAtExit=" + folder.resolve(CLASSES)));
        command.addAll(startOptions(folder, port));
        var process = Processes.start(command, log, Keycloak.STOP_SIGNAL);
        var address = "http://%s:%d/realms/master".formatted(Ports.HOST, port);
        Waiting.until(STEP_LIMIT, BETWEEN_PROBES, () -> !process.isAlive() || Probe.answersOk(address));
        Processes.stop(process.toHandle(), Keycloak.STOP_SIGNAL, STEP_LIMIT);
        if (!Files.exists(folder.resolve(DATABASE)) || !Files.exists(folder.resolve(CLASSES))) {
            throw new LocalStackFailure("Keycloak's first run failed:%n%s".formatted(Processes.lastLines(log)));
        }
    }

    /** A folder that Keycloak takes for its own: its programs by links, its data within. */
    private static void link(Path home, Path folder) throws IOException {
        for (var part : List.of("bin", "conf", "lib", "providers", "themes")) {
            var link = folder.resolve(part);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, home.resolve(part));
        }
    }

    /** Makes the folder ready to run in; a database that is there already stays. */
    void furnish(Path folder) throws IOException {
        link(home, Files.createDirectories(folder));
        var database = folder.resolve(DATABASE);
        if (!Files.exists(database)) {
            Files.createDirectories(database.getParent());
            var unfinished = database.resolveSibling("unfinished");
            Files.deleteIfExists(unfinished);
            Files.copy(firstRun.resolve(DATABASE), unfinished);
            Files.move(unfinished, database);
        }
    }

    List<String> startCommand(Path folder, Listening at, Certificates certificates) {
        var command = program(home, folder, List.of("-XX:SharedArchiveFile=" + firstRun.resolve(CLASSES)));
        command.addAll(startOptions(folder, at.port()));
        command.addAll(List.of(
                "--https-port=" + at.tlsPort(),
                "--https-certificate-file=" + certificates.certificate(),
                "--https-certificate-key-file=" + certificates.key(),
                "--import-realm"));
        return command;
    }

    private static List<String> startOptions(Path folder, int port) {
        return List.of(
                "start",
                "--optimized",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=" + Ports.HOST,
                "--http-port=" + port,
                "--http-management-host=" + Ports.HOST,
                "--http-management-port=" + Ports.freeNear(port + 1000),
                "--hostname=http://%s:%d".formatted(Ports.HOST, port),
                // Otherwise a second login of the same person is refused while the first is still being recorded,
                // which happens to no person but to every test.
                "--spi-brute-force-protector--default-brute-force-detector--allow-concurrent-requests=true",
                // The default address would open the database to other programs, by a port of its own.
                "--db-url=jdbc:h2:file:" + folder.resolve("data/h2/keycloakdb") + ";NON_KEYWORDS=VALUE");
    }

    /** Java itself rather than kc.sh, which stays in between and hides the process that we must stop. */
    private static List<String> program(Path home, Path folder, List<String> javaOptions) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                // It starts in half the time, and on this machine it need not become fast afterwards.
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dkc.home.dir=" + folder));
        command.addAll(javaOptions);
        command.addAll(List.of("-jar", home.resolve("lib/quarkus-run.jar").toString()));
        return command;
    }
}
