package io.github.profileengine.testdouble.fault;

import io.github.profileengine.testdouble.journal.DisturbanceKind;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The latest disturbances, bounded by their number and size, and the counts of each kind. Not thread-safe. */
final class DisturbanceLog {
    static final int MAX_DISTURBANCES = 10_000;
    static final long MAX_CHARACTERS = 16L << 20;

    private final Deque<Disturbance> latest = new ArrayDeque<>();
    private final Map<DisturbanceKind, Long> counts = new EnumMap<>(DisturbanceKind.class);
    private long weight;
    private long forgotten;

    void add(Disturbance disturbance) {
        counts.merge(disturbance.kind(), 1L, Long::sum);
        latest.addLast(disturbance);
        weight += disturbance.weight();
        while (latest.size() > MAX_DISTURBANCES || weight > MAX_CHARACTERS) {
            weight -= latest.removeFirst().weight();
            forgotten++;
        }
    }

    /** The remembered disturbances, in the order in which their updates were sent. */
    List<Disturbance> latest() {
        return latest.stream()
                .sorted(Comparator.comparingLong(Disturbance::request).thenComparingInt(Disturbance::index))
                .toList();
    }

    /** How many disturbances of each kind there were, including the forgotten ones. */
    Map<DisturbanceKind, Long> counts() {
        return new EnumMap<>(counts);
    }

    long forgotten() {
        return forgotten;
    }

    void forget(String token) {
        latest.removeIf(disturbance -> disturbance.sent().token().equals(token));
        weight = latest.stream().mapToLong(Disturbance::weight).sum();
    }
}
