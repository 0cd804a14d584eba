package io.github.profileengine.store.history;

import io.github.profileengine.log.Recording;
import io.github.profileengine.log.RecordingOverflow;
import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.store.ProfileEngine;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;

/** What the clients of a run share: the branches, and how far each client has come. Safe for every thread. */
final class Scene {
    private static final long ALL = Long.MAX_VALUE;

    private final Workload workload;
    private final Population population;
    private final List<Branch> branches = new CopyOnWriteArrayList<>();
    private final AtomicIntegerArray begun;
    private final AtomicIntegerArray acknowledged;
    private final CountDownLatch begin = new CountDownLatch(1);

    Scene(ProfileEngine engine, Workload workload) {
        this.workload = workload;
        this.population = new Population(workload.profiles());
        this.begun = new AtomicIntegerArray(Workload.CLIENTS);
        this.acknowledged = new AtomicIntegerArray(Workload.CLIENTS);
        branches.add(new Branch(0, engine, null, recording(engine)));
    }

    private @Nullable Recording recording(ProfileEngine engine) {
        return workload.deletes() ? engine.record(ALL, RecordingOverflow.END_RECORDING) : null;
    }

    Workload workload() {
        return workload;
    }

    Population population() {
        return population;
    }

    List<Branch> branches() {
        return branches;
    }

    Branch first() {
        return branches.get(0);
    }

    Branch newest() {
        return branches.get(branches.size() - 1);
    }

    void await() throws InterruptedException {
        begin.await();
    }

    void start() {
        begin.countDown();
    }

    void begun(int client, int batches) {
        begun.set(client, batches);
    }

    void acknowledged(int client, int batches) {
        acknowledged.set(client, batches);
    }

    int acknowledgedBy(int client) {
        return acknowledged.get(client);
    }

    /** Forks a branch and returns what the fork starts with. It becomes the newest branch, for every client to use. */
    CutRead fork(Branch parent) {
        int[] before = copy(acknowledged);
        ProfileEngine fork = parent.engine().fork();
        int[] after = copy(begun);
        Recording log = recording(fork);
        CutRead start = CutRead.of(
                parent.number(), population, fork::profile, fork.snapshot().aliases(), before, after);
        synchronized (this) {
            branches.add(new Branch(branches.size(), fork, start, log));
        }
        return start;
    }

    /** A snapshot of a branch, and what it shows. */
    Held snapshot(Branch branch) {
        int[] before = copy(acknowledged);
        Snapshot snapshot = branch.engine().snapshot();
        int[] after = copy(begun);
        return new Held(snapshot, look(snapshot, branch.number(), before, after));
    }

    /** Another look at a snapshot. */
    CutRead again(Held held) {
        CutRead first = held.shown();
        return look(held.snapshot(), first.branch(), first.before(), first.after());
    }

    private CutRead look(Snapshot snapshot, int branch, int[] before, int[] after) {
        return CutRead.of(branch, population, snapshot::profile, snapshot.aliases(), before, after);
    }

    private static int[] copy(AtomicIntegerArray counts) {
        int[] copy = new int[counts.length()];
        for (int client = 0; client < copy.length; client++) {
            copy[client] = counts.get(client);
        }
        return copy;
    }

    /** A snapshot and what it showed when it was taken. */
    record Held(Snapshot snapshot, CutRead shown) {}
}
