package dev.firstfill.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Finds a server that runs already, or starts it. Used under the instance's lock. */
final class Lifecycle {

    /** A port taken between our look and the server's start, or remains of a crash still dying, pass quickly. */
    private static final int STARTS_MAX = 3;

    private static final Duration BETWEEN_PROBES = Duration.ofMillis(50);

    private final Instance instance;
    private final LocalServer server;
    private final Progress progress;

    Lifecycle(Instance instance, LocalServer server, Progress progress) {
        this.instance = instance;
        this.server = server;
        this.progress = progress;
    }

    /**
     * A server that answers.
     *
     * @param server what it is
     * @param at where it listens
     * @param started our own child, which we stop; empty when another program runs it
     */
    record Ready(LocalServer server, Listening at, Optional<Process> started) {

        int port() {
            return at.port();
        }

        void stop() {
            started.filter(Process::isAlive)
                    .ifPresent(process -> Processes.stop(process.toHandle(), server.stopSignal(), server.stopLimit()));
        }
    }

    Ready findOrStart() throws IOException, InterruptedException {
        var title = server.kind().title();
        var since = System.nanoTime();
        var remembered = RunningServer.read(folder());
        if (remembered.isPresent() && isSound(remembered.get())) {
            var at = remembered.get().at();
            progress.ready(title, Ports.HOST + ":" + at.port() + ", already running", since);
            return new Ready(server, at, Optional.empty());
        }
        progress.begin(title);
        try {
            remembered.ifPresent(this::sweep);
            server.prepare();
            var ready =
                    start(remembered.map(RunningServer::at).orElse(server.kind().preferred()));
            progress.ready(title, Ports.HOST + ":" + ready.port(), since);
            return ready;
        } catch (IOException | InterruptedException | RuntimeException e) {
            progress.failed(title);
            throw e;
        }
    }

    /** An orphan is not sound: nobody would ever stop it. */
    private boolean isSound(RunningServer running) throws IOException {
        return running.process().alive().isPresent()
                && running.owner().alive().isPresent()
                && server.answers(running.at().port());
    }

    private void sweep(RunningServer remains) {
        remains.process()
                .alive()
                .ifPresent(process -> Processes.stop(process, server.stopSignal(), server.stopLimit()));
    }

    private Ready start(Listening preferred) throws IOException, InterruptedException {
        var log = instance.log(server.kind().folder());
        for (var attempt = 1; attempt <= STARTS_MAX; attempt++) {
            var at = free(preferred);
            var process = Processes.start(server.command(at), log, server.stopSignal());
            var ready = new Ready(server, at, Optional.of(process));
            try {
                new RunningServer(ProcessMark.of(process.toHandle()), ProcessMark.ofThisProgram(), at).write(folder());
                if (becomesReady(process, at.port())) {
                    server.furnish(at.port());
                    return ready;
                }
            } catch (IOException | InterruptedException | RuntimeException e) {
                ready.stop();
                throw e;
            }
            ready.stop();
        }
        throw new LocalStackFailure("%s did not start. Its log ends with:%n%s"
                .formatted(server.kind().title(), Processes.lastLines(log)));
    }

    private Listening free(Listening preferred) {
        var usual = server.kind().preferred();
        return new Listening(
                Ports.isFree(preferred.port()) ? preferred.port() : Ports.freeNear(usual.port()),
                Ports.isFree(preferred.tlsPort()) ? preferred.tlsPort() : Ports.freeNear(usual.tlsPort()));
    }

    private boolean becomesReady(Process process, int port) throws IOException, InterruptedException {
        Waiting.until(server.startLimit(), BETWEEN_PROBES, () -> !process.isAlive() || server.answers(port));
        return process.isAlive() && server.answers(port);
    }

    private Path folder() {
        return instance.folder(server.kind());
    }
}
