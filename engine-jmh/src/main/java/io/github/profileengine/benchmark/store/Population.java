package io.github.profileengine.benchmark.store;

import io.github.profileengine.operation.Operator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Profiles with {@value #PROPERTIES} properties each, two of which are the automatic times, and edits with one
 * operator: the same in every JVM. No fresh value is set twice, so that setting one always changes the profile. For one
 * thread. A population with another seed has other values, as long as none of them makes more than
 * {@value #VALUES_OF_A_SEED}.
 */
public final class Population implements Workload {
    /** Properties of each profile. */
    public static final int PROPERTIES = 12;

    static final String LIST = "recent";
    static final List<Object> EMPTIED = List.of();

    // Integers below 2^31 and of ten digits, so that a new value takes as many bytes as the one before, be it an
    // integer or the end of a text. A fill of ten million profiles takes half of a seed's values. A long run may go
    // on into those of the next seed, which end below 2^31 too if the seed is at most 5.
    private static final long FIRST_VALUE = 1_000_000_000L;
    private static final long VALUES_OF_A_SEED = 200_000_000L;

    private static final int BATCH = 2_000;
    private static final int FIRST_ID = 10_000_000;
    private static final int EMPTYING = 10;
    private static final int WORDS = 100;
    private static final int LEAST_NUMBER = 1_000;

    // The properties that are objects if the mix has objects.
    private static final List<String> OBJECTS = List.of("seats", "plan");

    private static final String FILLER = "a text with many words in it, ".repeat(100);
    private static final int LEAST_FILLER = 5;
    private static final int MOST_FILLER = 195;
    private static final int LEAST_LONG = 290;
    private static final int MOST_LONG = 2_990;

    private static final String[] INTEGERS = {"visits", "commits", "score", "seats"};

    // Ten names. If the mix has a list, the list takes the place of the last one.
    private static final String[] NAMES = {
        "$name", "visits", "balance", "$email", "commits", "score", "last_subject", "seats", "plan", "ratio"
    };

    private final int profiles;
    private final SplittableRandom random;
    private final Mix mix;
    private final Draw draw;
    private long serial;

    /** A population with edits by {@code $set}, in which every profile is equally likely to be edited. */
    public Population(int profiles, int seed) {
        this(profiles, seed, Mix.SET, Spread.UNIFORM.below(profiles));
    }

    Population(int profiles, int seed, Mix mix, Draw draw) {
        this.profiles = profiles;
        this.random = new SplittableRandom(seed);
        this.mix = mix;
        this.draw = draw;
        this.serial = firstSerial(seed);
    }

    /** Where the fresh values of a seed begin; seeds count from 1. */
    static long firstSerial(int seed) {
        return FIRST_VALUE + (seed - 1) * VALUES_OF_A_SEED;
    }

    /** How many profiles it has. */
    public int profiles() {
        return profiles;
    }

    /** The id of the profile with a number, from 0. */
    public static String id(int number) {
        return "user-" + (FIRST_ID + number);
    }

    @Override
    public String anyId() {
        return id(draw.next(random));
    }

    @Override
    public String anyName() {
        return NAMES[random.nextInt(hasList() ? NAMES.length - 1 : NAMES.length)];
    }

    @Override
    public void fill(Store store) {
        fill(store, profiles, number -> made(id(number)));
    }

    /** Makes profiles with numbers from 0, each by the edit that {@code made} returns. */
    static void fill(Store store, int profiles, IntFunction<Edit> made) {
        for (int from = 0; from < profiles; from += BATCH) {
            Edit[] batch = new Edit[Math.min(profiles - from, BATCH)];
            for (int at = 0; at < batch.length; at++) {
                batch[at] = made.apply(from + at);
            }
            store.apply(batch, 0);
        }
    }

    /** The edit that makes a profile: a {@code $set} of all its properties. */
    Edit made(String id) {
        Edit made = null;
        for (int at = NAMES.length - 1; at >= 0; at--) {
            boolean list = at == NAMES.length - 1 && hasList();
            String name = list ? LIST : NAMES[at];
            made = new Edit(id, Operator.SET, name, list ? someElements() : freshValue(name), made);
        }
        return Objects.requireNonNull(made);
    }

    private boolean hasList() {
        return mix == Mix.APPEND || mix == Mix.UNION;
    }

    @Override
    public Edit[] edits(int count) {
        Edit[] edits = new Edit[count];
        for (int at = 0; at < count; at++) {
            edits[at] = edit(anyId());
        }
        return edits;
    }

    /** The next edit, for this profile. */
    Edit edit(String id) {
        return switch (mix) {
            case SET, OBJECT, TEXTS, LONG_TEXTS -> {
                String name = mix == Mix.OBJECT ? OBJECTS.get(random.nextInt(OBJECTS.size())) : anyName();
                yield new Edit(id, Operator.SET, name, freshValue(name));
            }
            case ADD -> new Edit(id, Operator.ADD, INTEGERS[random.nextInt(INTEGERS.length)], freshNumber());
            default ->
                random.nextInt(EMPTYING) == 0
                        ? new Edit(id, Operator.SET, LIST, EMPTIED)
                        : new Edit(id, mix.operator(), LIST, operand());
        };
    }

    private Object operand() {
        return mix == Mix.APPEND ? freshNumber() : List.of(word(random.nextInt(WORDS)));
    }

    // What the edits of a long run leave in a list: as many elements as come before it is emptied again.
    private List<@Nullable Object> someElements() {
        List<@Nullable Object> elements = new ArrayList<>();
        int first = random.nextInt(WORDS);
        while (elements.size() < WORDS && random.nextInt(EMPTYING) != 0) {
            elements.add(mix == Mix.APPEND ? freshNumber() : word((first + elements.size()) % WORDS));
        }
        return elements;
    }

    private static String word(int number) {
        return "word-" + number;
    }

    // Above the integers that the JDK caches.
    private Long freshNumber() {
        return LEAST_NUMBER + random.nextLong(1 << 20);
    }

    private Object freshValue(String name) {
        if (mix == Mix.LONG_TEXTS) {
            return FILLER.substring(0, random.nextInt(LEAST_LONG, MOST_LONG)) + serial++;
        }
        if (mix == Mix.TEXTS) {
            return FILLER.substring(0, random.nextInt(LEAST_FILLER, MOST_FILLER)) + serial++;
        }
        boolean isObject = mix == Mix.OBJECT && OBJECTS.contains(name);
        return isObject ? object(serial++) : plainValue(name, serial++);
    }

    private static Map<String, Object> object(long fresh) {
        Map<String, Object> object = new HashMap<>();
        object.put("name", "a text of some length " + fresh);
        object.put("count", fresh);
        object.put("share", fresh + 0.5);
        return object;
    }

    private static Object plainValue(String name, long fresh) {
        return switch (name) {
            case "$name", "$email", "last_subject", "plan" -> "a text of some length " + fresh;
            case "balance", "ratio" -> fresh + 0.5;
            default -> fresh;
        };
    }
}
