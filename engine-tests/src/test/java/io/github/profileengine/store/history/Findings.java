package io.github.profileengine.store.history;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Violations by kind: how many, and the first few in words. For one thread. */
final class Findings {
    private static final int KEPT = 3;

    private final Map<ViolationKind, Long> counts = new EnumMap<>(ViolationKind.class);
    private final Map<ViolationKind, List<String>> texts = new EnumMap<>(ViolationKind.class);

    void add(ViolationKind kind, String text) {
        counts.merge(kind, 1L, Long::sum);
        List<String> kept = texts.computeIfAbsent(kind, key -> new ArrayList<>());
        if (kept.size() < KEPT) {
            kept.add(text);
        }
    }

    void addAll(Findings others) {
        others.texts.forEach((kind, more) -> {
            more.forEach(text -> add(kind, text));
            counts.merge(kind, others.counts.get(kind) - more.size(), Long::sum);
        });
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    Set<ViolationKind> kinds() {
        return counts.keySet();
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        counts.forEach((kind, count) -> out.append(kind)
                .append(" x")
                .append(count)
                .append(": ")
                .append(texts.get(kind))
                .append('\n'));
        return out.toString();
    }
}
