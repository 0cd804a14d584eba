package io.github.profileengine.testdouble.fault;

import io.github.profileengine.reducer.Update;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** The updates of all projects that wait to be applied, bounded by their number and size. Not thread-safe. */
final class HeldUpdates {
    static final int MAX_UPDATES = 10_000;
    static final long MAX_CHARACTERS = 64L << 20;

    private static final Comparator<HeldUpdate> BY_ORDER = Comparator.comparingLong(HeldUpdate::order);

    private final Map<String, PriorityQueue<HeldUpdate>> projects = new HashMap<>();
    private int size;
    private long characters;
    private long order;

    /**
     * Holds an update back until {@code due} updates of its project have arrived. Returns false if there is no room.
     */
    boolean hold(Update update, long due) {
        HeldUpdate held = HeldUpdate.of(update, order++, due);
        if (size >= MAX_UPDATES || characters + held.characters() > MAX_CHARACTERS) {
            return false;
        }
        size++;
        characters += held.characters();
        projects.computeIfAbsent(
                        update.target().token(),
                        token -> new PriorityQueue<>(
                                Comparator.comparingLong(HeldUpdate::due).thenComparing(BY_ORDER)))
                .add(held);
        return true;
    }

    /**
     * Removes the updates that are due once {@code arrived} updates of a project have arrived, in the order of their
     * due numbers.
     */
    List<Update> takeDue(String token, long arrived) {
        @Nullable PriorityQueue<HeldUpdate> queue = projects.get(token);
        if (queue == null) {
            return List.of();
        }
        List<Update> due = new ArrayList<>();
        while (!queue.isEmpty() && queue.element().due() <= arrived) {
            HeldUpdate held = queue.remove();
            size--;
            characters -= held.characters();
            due.add(held.update());
        }
        if (queue.isEmpty()) {
            projects.remove(token);
        }
        return due;
    }

    /** Removes all updates, in the order in which they were sent. */
    List<Update> takeAll() {
        List<Update> all = projects.values().stream()
                .flatMap(PriorityQueue::stream)
                .sorted(BY_ORDER)
                .map(HeldUpdate::update)
                .toList();
        projects.clear();
        size = 0;
        characters = 0;
        return all;
    }

    /** Drops the held updates of a project. */
    void forget(String token) {
        takeDue(token, Long.MAX_VALUE);
    }

    int size() {
        return size;
    }
}
