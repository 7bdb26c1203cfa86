package dev.firstfill.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Brings the servers of an instance up side by side: all of them, or none. */
final class StackStart {

    private final Instance instance;
    private final Progress progress;

    StackStart(Instance instance, Progress progress) {
        this.instance = instance;
        this.progress = progress;
    }

    List<Lifecycle.Ready> start(Set<Server> wanted) throws IOException, InterruptedException {
        var lock = InstanceLock.take(instance);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var starts = lifecycles(wanted).stream()
                    .map(lifecycle -> (Callable<Lifecycle.Ready>) lifecycle::findOrStart)
                    .toList();
            return allOrNone(threads.invokeAll(starts));
        } finally {
            lock.close();
        }
    }

    private List<Lifecycle> lifecycles(Set<Server> wanted) throws IOException, InterruptedException {
        var secrets = new Secrets(instance.folder());
        var certificates = Certificates.keptIn(instance.tls());
        var lifecycles = new ArrayList<Lifecycle>();
        for (var server : wanted) {
            lifecycles.add(new Lifecycle(instance, known(server, secrets, certificates), progress));
        }
        return lifecycles;
    }

    private LocalServer known(Server server, Secrets secrets, Certificates certificates)
            throws IOException, InterruptedException {
        return switch (server) {
            case POSTGRES -> new Postgres(instance, secrets, certificates);
            case REDIS -> new Redis(instance, secrets, certificates);
            case KEYCLOAK -> {
                var log = instance.log(Server.KEYCLOAK.folder());
                yield new Keycloak(
                        instance, secrets, certificates, KeycloakPrograms.builtIn(instance.cache(), log, progress));
            }
        };
    }

    private static List<Lifecycle.Ready> allOrNone(List<Future<Lifecycle.Ready>> starts) throws InterruptedException {
        var ready = new ArrayList<Lifecycle.Ready>();
        var failures = new ArrayList<Throwable>();
        for (var start : starts) {
            try {
                ready.add(start.get());
            } catch (ExecutionException e) {
                failures.add(e.getCause());
            }
        }
        if (failures.isEmpty()) {
            return ready;
        }
        ready.forEach(Lifecycle.Ready::stop);
        var failure = new LocalStackFailure(failures.getFirst().getMessage(), failures.getFirst());
        failures.stream().skip(1).forEach(failure::addSuppressed);
        throw failure;
    }
}
