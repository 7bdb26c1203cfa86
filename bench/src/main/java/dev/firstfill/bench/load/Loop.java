package dev.firstfill.bench.load;

import dev.firstfill.bench.measure.Side;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** A closed loop of this program's own, for work that a script of wrk could not do: each step depends on the one before. */
public final class Loop implements Side {

    /** One client's step; the number is the client's, from 0. */
    public interface Step {
        void once(int client) throws Exception;
    }

    private final String name;
    private final int clients;
    private final Step step;

    public Loop(String name, int clients, Step step) {
        this.name = name;
        this.clients = clients;
        this.step = step;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Work work(int seconds) throws Exception {
        long began = System.nanoTime();
        long until = began + seconds * 1_000_000_000L;
        var done = new AtomicLong();
        inParallel(clients, client -> {
            while (System.nanoTime() < until) {
                step.once(client);
                done.incrementAndGet();
            }
        });
        double took = (System.nanoTime() - began) / 1e9;
        return Work.perSecond(done.get() / took, took);
    }

    /** Waits for all, and fails as the first that failed. */
    public static void inParallel(int clients, Step step) throws Exception {
        try (var pool = Executors.newFixedThreadPool(clients)) {
            var all = new ArrayList<Future<?>>();
            for (int client = 0; client < clients; client++) {
                int number = client;
                all.add(pool.submit(() -> {
                    step.once(number);
                    return null;
                }));
            }
            for (var one : all) {
                one.get();
            }
        }
    }
}
