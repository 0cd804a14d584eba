package io.github.profileengine.benchmark.store;

import io.github.profileengine.operation.Operator;
import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * Profiles with a given number of properties, two of which are the automatic times. Of every ten others, four are texts
 * of some thirty units, four are integers and two are doubles. An edit is a {@code $set} of one of these to a value
 * that no profile holds. For one thread.
 */
final class WidePopulation implements Workload {
    private static final int AUTOMATIC = 2;
    private static final int KINDS = 10;
    private static final int TEXTS = 4;
    private static final int INTEGERS = 4;

    private final int profiles;
    private final SplittableRandom random;
    private final Draw draw;
    // Instances that all profiles share, like the names from a decoder's symbol table.
    private final String[] names;
    private long serial;

    WidePopulation(int profiles, int seed, Draw draw, int properties) {
        this.profiles = profiles;
        this.random = new SplittableRandom(seed);
        this.draw = draw;
        this.names = new String[properties - AUTOMATIC];
        Arrays.setAll(names, at -> "property " + at);
        this.serial = seed * 1_000_000_000L;
    }

    @Override
    public void fill(Store store) {
        Population.fill(store, profiles, this::made);
    }

    private Edit made(int number) {
        String id = Population.id(number);
        Edit made = null;
        for (int at = names.length - 1; at >= 0; at--) {
            made = new Edit(id, Operator.SET, names[at], freshValue(at), made);
        }
        return Objects.requireNonNull(made);
    }

    @Override
    public Edit[] edits(int count) {
        Edit[] edits = new Edit[count];
        for (int at = 0; at < count; at++) {
            int which = random.nextInt(names.length);
            edits[at] = new Edit(anyId(), Operator.SET, names[which], freshValue(which));
        }
        return edits;
    }

    private Object freshValue(int which) {
        long fresh = serial++;
        int kind = which % KINDS;
        if (kind < TEXTS) {
            return "a text of some length " + fresh;
        }
        return kind < TEXTS + INTEGERS ? (Object) fresh : (Object) (fresh + 0.5);
    }

    @Override
    public String anyId() {
        return Population.id(draw.next(random));
    }

    @Override
    public String anyName() {
        return names[random.nextInt(names.length)];
    }
}
