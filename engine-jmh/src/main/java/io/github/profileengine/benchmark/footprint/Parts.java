package io.github.profileengine.benchmark.footprint;

import io.github.profileengine.benchmark.store.EngineStore;
import io.github.profileengine.benchmark.store.Population;
import io.github.profileengine.benchmark.store.Stores;
import io.github.profileengine.packed.PackedParts;
import io.github.profileengine.representation.Footprint;
import io.github.profileengine.representation.HeapSize;
import io.github.profileengine.representation.Slots;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Bytes per profile by part. For the packed store they are counted record by record. For the others they are computed
 * from the object layout of a 64-bit JVM; times that all profiles of a batch share count nothing.
 *
 * @param key the id and the objects that hold it
 * @param names what stands for the names; the names themselves are shared by all profiles
 * @param values the values, as bytes or as objects
 * @param places what leads to the values: ends, slots, or nodes
 * @param header what else a profile has: stamp and capacity, or heads of objects
 * @param table what leads to the profiles
 * @param slack spare room, garbage, and what belongs to no profile
 */
record Parts(double key, double names, double values, double places, double header, double table, double slack) {
    private static final int ID = 32;
    private static final int PROFILE = 32;
    private static final int PLAIN_KEY = 24;
    private static final int MAP = 48;
    private static final int NODE = 32;
    private static final int AUTOMATIC = 2;
    private static final double LOAD_OF_MAPS = 0.75;

    static Parts packed(EngineStore store, int profiles) {
        PackedParts sums = PackedParts.of(store.engine().snapshot(), EngineStore.id(Population.id(0)));
        double each = profiles;
        return new Parts(
                sums.key() / each,
                sums.names() / each,
                sums.values() / each,
                sums.ends() / each,
                sums.header() / each,
                sums.table() / each,
                sums.slack() / each);
    }

    /** The parts of the plain store. What {@code heapBytes} counts beyond the profiles goes to the table. */
    static Parts plain(EngineStore store, Crowd crowd) {
        int properties = crowd.values(0).size() + AUTOMATIC;
        double key = ID + Footprint.ofText(Population.id(0));
        double places = (double) Slots.heapSize(properties);
        double values = values(crowd);
        double all = (double) store.engine().stats().heapBytes() / crowd.profiles();
        return new Parts(key, 4, values, places, PROFILE - 4, all - key - values - places - PROFILE, 0);
    }

    /** The parts of a concurrent map of hash maps. */
    static Parts naive(Crowd crowd) {
        int properties = crowd.values(0).size() + AUTOMATIC;
        double key = PLAIN_KEY + Footprint.ofText(Population.id(0));
        double nodes = (double) properties * NODE;
        double mapTable = HeapSize.ofReferences(tableLength(properties));
        double table = NODE + tableLength(crowd.profiles()) * (double) HeapSize.REFERENCE / crowd.profiles();
        return new Parts(key, 0, values(crowd), nodes + mapTable, MAP, table, 0);
    }

    private static int tableLength(int entries) {
        int length = 16;
        while (length * LOAD_OF_MAPS < entries) {
            length *= 2;
        }
        return length;
    }

    private static double values(Crowd crowd) {
        return crowd.values(crowd.profiles() / 2).values().stream()
                .mapToDouble(HeapSize::of)
                .sum();
    }

    /** The parts and their sum, as cells of a row of {@link FootprintReport}. */
    String cells() {
        double sum = key + names + values + places + header + table + slack;
        return DoubleStream.of(key, names, values, places, header, table, slack, sum)
                .mapToObj(bytes -> String.format(Locale.ROOT, "%,.1f", bytes))
                .collect(Collectors.joining(" | "));
    }

    static Parts of(Stores kind, Object store, Crowd crowd) {
        return switch (kind) {
            case PACKED -> packed((EngineStore) store, crowd.profiles());
            case PLAIN -> plain((EngineStore) store, crowd);
            default -> naive(crowd);
        };
    }
}
