package io.github.profileengine.store.history;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** One thread of a run. At random it writes, reads, and takes snapshots and forks, and it keeps what it saw. */
final class Client implements Callable<ClientHistory> {
    private static final int HOT_PROFILES = 16;
    private static final int READS_AT_ONCE = 16;
    private static final int WHOLE_EVERY = 100;
    private static final int SNAPSHOTS = 16;
    private static final int FORK_EVERY = 8;

    private final int number;
    private final Scene scene;
    private final Population population;
    private final SplittableRandom random;
    private final ClientHistory history = new ClientHistory();
    private final Writer writer;
    private final int quota;
    private Scene.@Nullable Held held;
    private int cuts;

    Client(int number, Scene scene, long seed) {
        this.number = number;
        this.scene = scene;
        this.population = scene.population();
        this.random = new SplittableRandom(seed);
        this.writer = new Writer(number, scene, history, random.split());
        this.quota = scene.workload().operations() / Workload.CLIENTS + 1;
    }

    /** Creates every profile, before the other clients start. */
    void bear() {
        writer.bear(scene.first());
    }

    ClientHistory history() {
        return history;
    }

    @Override
    public ClientHistory call() throws InterruptedException {
        scene.await();
        try {
            while (operations() < quota) {
                step(random.nextInt(4) == 0 ? scene.newest() : scene.first());
                if (operations() / (double) quota * SNAPSHOTS >= cuts + 1) {
                    cut(random.nextBoolean() ? scene.newest() : scene.first());
                }
            }
            lookAgain();
        } catch (RuntimeException | Error failure) {
            history.findings().add(ViolationKind.FAILED, "client " + number + " failed: " + failure);
        }
        return history;
    }

    private long operations() {
        return history.updates() + history.reads();
    }

    private void step(Branch branch) {
        int dice = random.nextInt(1_000);
        if (dice < scene.workload().aliasesPerMille()) {
            writer.alias(branch, profile());
        } else if (dice < 550) {
            read(branch, writer.write(branch, this::profile));
        } else if (dice < 950) {
            for (int more = random.nextInt(6); more >= 0; more--) {
                read(branch, profile());
            }
        } else {
            readMany(branch);
        }
    }

    // Some profiles that all clients want, and some of all that may exist by now.
    private int profile() {
        if (random.nextBoolean()) {
            return random.nextInt(HOT_PROFILES);
        }
        Workload workload = scene.workload();
        long grown = HOT_PROFILES + workload.profiles() * operations() / quota;
        return random.nextInt(workload.standing() ? workload.profiles() : (int) Math.min(grown, workload.profiles()));
    }

    private void read(Branch branch, int profile) {
        Optional<Profile> found = branch.engine().profile(population.id(profile));
        saw(branch, profile, found.orElse(null));
    }

    private void readMany(Branch branch) {
        int other = random.nextInt(Workload.CLIENTS);
        history.told(other, scene.acknowledgedBy(other));
        int[] profiles = new int[READS_AT_ONCE];
        List<ProfileId> ids = new ArrayList<>(READS_AT_ONCE);
        for (int at = 0; at < profiles.length; at++) {
            profiles[at] = profile();
            ids.add(population.id(profiles[at]));
        }
        List<@Nullable Profile> found = branch.engine().profiles(ids);
        for (int at = 0; at < profiles.length; at++) {
            saw(branch, profiles[at], found.get(at));
        }
    }

    private void saw(Branch branch, int profile, @Nullable Profile found) {
        if (found == null) {
            history.read(branch.number(), profile, 0, Mark.NONE);
            return;
        }
        List<?> marks = Population.marks(found);
        long last = Population.last(marks);
        if (last == Mark.NONE || last != Population.mark(found.get(Population.LAST))) {
            history.findings().add(ViolationKind.TORN_READ, found.toString());
            return;
        }
        history.read(branch.number(), profile, marks.size(), last);
        if (random.nextInt(WHOLE_EVERY) == 0) {
            history.whole(new WholeRead(branch.number(), profile, marks));
        }
    }

    private void cut(Branch branch) {
        cuts++;
        lookAgain();
        if (cuts % FORK_EVERY == number % FORK_EVERY) {
            history.cut(scene.fork(branch));
        } else {
            held = scene.snapshot(branch);
            history.cut(held.shown());
        }
    }

    private void lookAgain() {
        Scene.Held present = held;
        if (present != null) {
            history.again(present.shown(), scene.again(present));
            held = null;
        }
    }
}
