package io.github.profileengine.benchmark.store;

import io.github.profileengine.operation.Operator;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * Profiles with a given number of {@linkplain WideProperties properties}. An edit is a {@code $set} of one of these to
 * a value that no profile holds. For one thread.
 */
final class WidePopulation implements Workload {
    private final int profiles;
    private final SplittableRandom random;
    private final Draw draw;
    private final WideProperties properties;
    private long serial;

    WidePopulation(int profiles, int seed, Draw draw, WideProperties properties) {
        this.profiles = profiles;
        this.random = new SplittableRandom(seed);
        this.draw = draw;
        this.properties = properties;
        this.serial = Population.firstSerial(seed);
    }

    @Override
    public void fill(Store store) {
        Population.fill(store, profiles, this::made);
    }

    private Edit made(int number) {
        String id = Population.id(number);
        Edit made = null;
        for (int at = properties.size() - 1; at >= 0; at--) {
            made = new Edit(id, Operator.SET, properties.name(at), properties.value(at, serial++), made);
        }
        return Objects.requireNonNull(made);
    }

    @Override
    public Edit[] edits(int count) {
        Edit[] edits = new Edit[count];
        for (int at = 0; at < count; at++) {
            int which = random.nextInt(properties.size());
            edits[at] = new Edit(anyId(), Operator.SET, properties.name(which), properties.value(which, serial++));
        }
        return edits;
    }

    @Override
    public String anyId() {
        return Population.id(draw.next(random));
    }

    @Override
    public String anyName() {
        return properties.name(random.nextInt(properties.size()));
    }
}
