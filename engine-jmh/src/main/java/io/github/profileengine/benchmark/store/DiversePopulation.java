package io.github.profileengine.benchmark.store;

import io.github.profileengine.operation.Operator;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Profiles with {@value Population#PROPERTIES} properties each, as in {@link Population}, but with very many sets of
 * names. Each profile has two names that all profiles have, the two automatic times, and eight of 82 names, chosen in
 * 672,400 ways. An edit is a {@code $set} of a property that the profile has. For one thread.
 */
final class DiversePopulation implements Workload {
    private static final String[] COMMON = {"$name", "visits"};
    private static final int HALF = 4;
    private static final int OWN = 2 * HALF;

    // A prime, so that steps of any length lead to different names.
    private static final int NAMES_A_HALF = 41;

    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

    private static final String[] NAMES = new String[2 * NAMES_A_HALF];

    static {
        for (int name = 0; name < NAMES.length; name++) {
            NAMES[name] = "property " + name;
        }
    }

    private final int profiles;
    private final SplittableRandom random;
    private final Draw draw;
    private long serial;

    DiversePopulation(int profiles, int seed, Draw draw) {
        this.profiles = profiles;
        this.random = new SplittableRandom(seed);
        this.draw = draw;
        this.serial = Population.firstSerial(seed);
    }

    /** The name of one of the properties of a profile, from 0 to 9. */
    static String name(int profile, int which) {
        if (which < COMMON.length) {
            return COMMON[which];
        }
        int own = which - COMMON.length;
        int half = own / HALF;
        // Each half has bits of its own, which give its first name
        // and its step. A step backwards can give the same names.
        int chosen = (int) ((profile + 1) * GOLDEN >>> (half == 0 ? 8 : 36) & 0xFFF_FFFF);
        int first = chosen % NAMES_A_HALF;
        int step = 1 + chosen / NAMES_A_HALF % (NAMES_A_HALF - 1);
        return NAMES[half * NAMES_A_HALF + (first + step * (own % HALF)) % NAMES_A_HALF];
    }

    @Override
    public void fill(Store store) {
        Population.fill(store, profiles, this::made);
    }

    private Edit made(int profile) {
        Edit made = edit(profile, 0, null);
        for (int which = 1; which < COMMON.length + OWN; which++) {
            made = edit(profile, which, made);
        }
        return made;
    }

    @Override
    public Edit[] edits(int count) {
        Edit[] edits = new Edit[count];
        for (int at = 0; at < count; at++) {
            edits[at] = edit(draw.next(random), random.nextInt(COMMON.length + OWN), null);
        }
        return edits;
    }

    // No value comes twice. Every third property is a text, the others are integers.
    private Edit edit(int profile, int which, @Nullable Edit rest) {
        long fresh = serial++;
        Object value = which % 3 == 0 ? "a text of some length " + fresh : (Object) fresh;
        return new Edit(Population.id(profile), Operator.SET, name(profile, which), value, rest);
    }

    @Override
    public String anyId() {
        return Population.id(draw.next(random));
    }

    @Override
    public String anyName() {
        return COMMON[random.nextInt(COMMON.length)];
    }
}
