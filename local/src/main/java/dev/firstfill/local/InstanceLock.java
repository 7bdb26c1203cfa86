package dev.firstfill.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one program at a time start or stop the servers of an instance; the system frees it if that one dies. */
final class InstanceLock implements AutoCloseable {

    /** The longest honest start is the very first one, which builds Keycloak: a minute, or several under load. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(8);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

    /** File locks belong to the whole program: threads of one program need a lock of their own. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final FileChannel channel;

    private InstanceLock(FileChannel channel) {
        this.channel = channel;
    }

    static InstanceLock take(Instance instance) throws IOException, InterruptedException {
        var file = instance.folder().resolve("lock");
        if (!THREADS.tryLock(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
            throw busy(instance);
        }
        var taken = false;
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            taken = Waiting.until(LONGEST_WAIT, BETWEEN_TRIES, () -> lock(channel));
        } finally {
            if (!taken) {
                channel.close();
                THREADS.unlock();
            }
        }
        if (!taken) {
            throw busy(instance);
        }
        return new InstanceLock(channel);
    }

    private static boolean lock(FileChannel channel) throws IOException {
        // The lock lives exactly as long as its channel, so nobody needs to hold on to this object.
        @SuppressWarnings("resource")
        FileLock lock = channel.tryLock();
        return lock != null;
    }

    private static LocalStackFailure busy(Instance instance) {
        return new LocalStackFailure("Another program has been starting or stopping the servers of '" + instance.name()
                + "' for " + LONGEST_WAIT.toMinutes() + " minutes. End it, then try again.");
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            THREADS.unlock();
        }
    }
}
