package io.github.profileengine.benchmark.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Profiles of {@value #PROPERTIES} properties each, the two automatic times among them, and edits spread evenly over
 * profiles and properties: the same ones in every JVM. No value comes twice, so that an edit is never one that changes
 * nothing. For one thread; a population of another seed has other values.
 */
public final class Population {
    /** Properties of each profile. */
    public static final int PROPERTIES = 12;

    private static final int BATCH = 2_000;
    private static final int FIRST_ID = 10_000_000;
    private static final String[] NAMES = {
        "$name", "visits", "balance", "$email", "commits", "score", "last_subject", "seats", "plan", "ratio"
    };

    private final int profiles;
    private final SplittableRandom random;
    private long serial;

    /** A population whose draws and values depend on the seed. */
    public Population(int profiles, int seed) {
        this.profiles = profiles;
        this.random = new SplittableRandom(seed);
        this.serial = seed * 1_000_000_000L;
    }

    /** How many profiles it has. */
    public int profiles() {
        return profiles;
    }

    /** The id of a profile, from 0. */
    public static String id(int number) {
        return "user-" + (FIRST_ID + number);
    }

    /** The id of a profile drawn at random, a text of its own. */
    public String anyId() {
        return id(random.nextInt(profiles));
    }

    /** The name of a property drawn at random; every profile has it. */
    public String anyName() {
        return NAMES[random.nextInt(NAMES.length)];
    }

    /** Makes all profiles in an empty store, in batches that all have the first second. */
    public void fill(Store store) {
        for (int from = 0; from < profiles; from += BATCH) {
            List<Newcomer> batch = new ArrayList<>(BATCH);
            for (int number = from; number < Math.min(profiles, from + BATCH); number++) {
                batch.add(new Newcomer(id(number), properties()));
            }
            store.create(batch, 0);
        }
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (int at = 0; at < NAMES.length; at++) {
            properties.put(NAMES[at], freshValue(at));
        }
        return properties;
    }

    /** The next edits. */
    public Edit[] edits(int count) {
        Edit[] edits = new Edit[count];
        for (int at = 0; at < count; at++) {
            int name = random.nextInt(NAMES.length);
            edits[at] = new Edit(anyId(), NAMES[name], freshValue(name));
        }
        return edits;
    }

    // Four texts, four integers, two doubles: always of the same type for a name.
    private Object freshValue(int name) {
        long fresh = serial++;
        return switch (name % 3) {
            case 0 -> "a text of some length " + fresh;
            case 1 -> name < NAMES.length - 1 ? (Object) Long.valueOf(fresh) : (Object) Double.valueOf(fresh + 0.5);
            default -> name == 2 ? (Object) Double.valueOf(fresh + 0.5) : (Object) Long.valueOf(fresh);
        };
    }
}
