package io.github.profileengine.store.history;

import io.github.profileengine.store.ProfileEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Runs clients on an engine, and on forks of it, at the same time, and checks whether what they saw can be explained.
 * Uses the public API only.
 *
 * <h2>What is asked</h2>
 *
 * Every update appends a mark of its own to a list in its profile. The lists at the end give one order of updates for
 * each profile and branch; where profiles are deleted, the engine's own log gives it. That order must hold every
 * acknowledged update once, and those of each client in their order. Every read must be a prefix of it, and no client
 * may ever see a shorter prefix than it saw, wrote or was told of. Snapshots and forks must hold all or nothing of each
 * batch, all batches acknowledged before them, and none begun after them. They must never change.
 */
public final class HistoryRun {
    // Far longer than any run takes: only a client that hangs is given up.
    private static final long PATIENCE_SECONDS = 120;

    private HistoryRun() {}

    /** One run on a new engine. The seed decides what the clients do, but not how they interleave. */
    public static Verdict of(Supplier<ProfileEngine> engines, Workload workload, long seed) {
        ExecutorService threads = Executors.newFixedThreadPool(Workload.CLIENTS, HistoryRun::daemon);
        try (ProfileEngine engine = engines.get()) {
            Scene scene = new Scene(engine, workload);
            List<Client> clients = clients(scene, new SplittableRandom(seed));
            List<Future<ClientHistory>> running = new ArrayList<>();
            clients.forEach(client -> running.add(threads.submit(client)));
            scene.start();
            List<ClientHistory> histories = new ArrayList<>();
            for (Future<ClientHistory> client : running) {
                histories.add(client.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
            return new HistoryChecker(scene, histories).check();
        } catch (TimeoutException hanging) {
            return failed("a client does not end");
        } catch (ExecutionException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Client> clients(Scene scene, SplittableRandom random) {
        List<Client> clients = new ArrayList<>();
        for (int number = 0; number < Workload.CLIENTS; number++) {
            clients.add(new Client(number, scene, random.nextLong()));
        }
        if (scene.workload().standing()) {
            clients.get(0).bear();
        }
        return clients;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "history");
        thread.setDaemon(true);
        return thread;
    }

    private static Verdict failed(String text) {
        Verdict verdict = new Verdict();
        verdict.findings().add(ViolationKind.FAILED, text);
        return verdict;
    }
}
