package io.github.profileengine.store.history;

import io.github.profileengine.identity.AliasResult;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.store.Batch;
import io.github.profileengine.store.BatchResult;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntSupplier;

/** The part of a client that writes. */
final class Writer {
    private static final int USUAL_SIZE = 6;
    private static final int LARGE_SIZE = 24;

    private final int client;
    private final Scene scene;
    private final Population population;
    private final ClientHistory history;
    private final Writes writes;
    private final SplittableRandom random;
    // The alias that this client mapped last, by branch and profile.
    private final Map<Long, String> aliases = new HashMap<>();

    Writer(int client, Scene scene, ClientHistory history, SplittableRandom random) {
        this.client = client;
        this.scene = scene;
        this.population = scene.population();
        this.history = history;
        this.writes = history.writes();
        this.random = random;
    }

    /** Marks every profile once. */
    void bear(Branch branch) {
        writes.begin(branch.number());
        Batch.Builder batch = Batch.builder();
        for (int profile = 0; profile < population.size(); profile++) {
            batch.add(Population.marking(population.id(profile), mark(profile, false)));
        }
        send(branch, batch);
    }

    /** Applies a batch and returns one of its profiles. */
    int write(Branch branch, IntSupplier profiles) {
        int number = writes.begin(branch.number());
        Batch.Builder batch = Batch.builder();
        int one = profiles.getAsInt();
        if (random.nextInt(256) == 0 && population.canHaveAlias(one)) {
            ProfileId id = population.id(one);
            batch.alias(id.token(), newAlias(branch, one, number), id.id());
        }
        int size = 1 + random.nextInt(random.nextInt(8) == 0 ? LARGE_SIZE : USUAL_SIZE);
        add(batch, branch, one);
        for (int more = 1; more < size; more++) {
            add(batch, branch, profiles.getAsInt());
        }
        send(branch, batch);
        return one;
    }

    private void add(Batch.Builder batch, Branch branch, int profile) {
        ProfileId id = population.id(profile);
        String alias = aliases.get(key(branch, profile));
        ProfileId target = alias == null || random.nextBoolean() ? id : id.withId(alias);
        if (scene.workload().deletes() && random.nextInt(16) == 0) {
            batch.add(Population.deleting(target, mark(profile, true)));
        }
        batch.add(Population.marking(target, mark(profile, false)));
    }

    private long mark(int profile, boolean deleting) {
        return Mark.of(client, writes.add(profile, deleting));
    }

    private void send(Branch branch, Batch.Builder batch) {
        scene.begun(client, writes.batches());
        BatchResult result = branch.engine().apply(batch.build());
        scene.acknowledged(client, writes.batches());
        history.wrote();
        if (result.rejected() > 0) {
            history.findings().add(ViolationKind.REJECTED, result.rejections().toString());
        }
    }

    /** Maps a new alias to a profile, outside of a batch. */
    void alias(Branch branch, int profile) {
        if (!population.canHaveAlias(profile)) {
            return;
        }
        int number = writes.begin(branch.number());
        ProfileId id = population.id(profile);
        String alias = newAlias(branch, profile, number);
        scene.begun(client, writes.batches());
        AliasResult result = branch.engine().alias(id.token(), alias, id.id());
        scene.acknowledged(client, writes.batches());
        history.wrote();
        if (result != AliasResult.MAPPED) {
            history.findings().add(ViolationKind.REJECTED, alias + " " + result);
        }
        if (!branch.engine().resolve(id.token(), alias).equals(id.id())) {
            history.findings().add(ViolationKind.DROPPED_ALIAS, alias + " is not seen by whoever mapped it");
        }
    }

    private String newAlias(Branch branch, int profile, int batch) {
        writes.addAlias(profile);
        String alias = AliasNames.of(client, batch);
        aliases.put(key(branch, profile), alias);
        return alias;
    }

    private static long key(Branch branch, int profile) {
        return (long) branch.number() << Integer.SIZE | profile;
    }
}
