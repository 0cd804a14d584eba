package io.github.profileengine.benchmark.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The operators on a map, as somebody who keeps profiles in maps would write them. They support what the workloads here
 * hold: integers to add to, and lists to add to. They check no operand.
 */
enum MapRules {
    /** Lists are copied before they change, for callers that copy the map: older maps share its lists. */
    COPYING_LISTS,
    /** Lists change in place. */
    CHANGING_LISTS;

    private static final int ROOM = 16;

    /** The map after an edit, changed in a copy; a new map if there was none. */
    Map<String, @Nullable Object> after(@Nullable Map<String, @Nullable Object> before, Edit edit, String time) {
        Map<String, @Nullable Object> after = before == null ? created(time) : new HashMap<>(before);
        apply(after, edit, time);
        return after;
    }

    /** A new profile, which holds only the time of its creation. */
    static Map<String, @Nullable Object> created(String time) {
        Map<String, @Nullable Object> profile = new HashMap<>(ROOM);
        profile.put("$created", time);
        return profile;
    }

    /** Applies an edit to a map in place. */
    void apply(Map<String, @Nullable Object> profile, Edit edit, String time) {
        for (Edit step = edit; step != null; step = step.rest()) {
            step(profile, step);
        }
        profile.put("$last_seen", time);
    }

    private void step(Map<String, @Nullable Object> profile, Edit edit) {
        String name = edit.name();
        switch (edit.operator()) {
            case SET -> profile.put(name, own(edit.value()));
            case SET_ONCE -> {
                if (!profile.containsKey(name)) {
                    profile.put(name, own(edit.value()));
                }
            }
            case ADD -> profile.put(name, sum(profile.get(name), edit.value()));
            case APPEND -> list(profile, name).add(edit.value());
            case UNION -> unite(profile, name, (Collection<?>) edit.value());
            case REMOVE -> remove(profile, name, edit.value());
            case UNSET -> profile.remove(name);
            default -> throw new IllegalArgumentException("no workload has " + edit.operator());
        }
    }

    // A list of the caller must not change, so it is copied if lists change in place.
    private @Nullable Object own(@Nullable Object value) {
        return this == CHANGING_LISTS && value instanceof List<?> list ? new ArrayList<>(list) : value;
    }

    private static Object sum(@Nullable Object now, @Nullable Object operand) {
        return now instanceof Long integer && operand instanceof Long more ? integer + more : added(now, operand);
    }

    private static Object added(@Nullable Object now, @Nullable Object operand) {
        if (now == null && operand instanceof Long) {
            return operand;
        }
        throw new IllegalArgumentException("cannot add " + operand + " to " + now);
    }

    private List<@Nullable Object> list(Map<String, @Nullable Object> profile, String name) {
        List<@Nullable Object> now = stored(profile, name);
        if (now != null && this == CHANGING_LISTS) {
            return now;
        }
        List<@Nullable Object> own = now == null ? new ArrayList<>() : copied(now);
        profile.put(name, own);
        return own;
    }

    @SuppressWarnings("unchecked") // every list in a profile was made here
    private static @Nullable List<@Nullable Object> stored(Map<String, @Nullable Object> profile, String name) {
        return (List<@Nullable Object>) profile.get(name);
    }

    private static List<@Nullable Object> copied(List<@Nullable Object> list) {
        List<@Nullable Object> copy = new ArrayList<>(list.size() + 1);
        copy.addAll(list);
        return copy;
    }

    // Here and below, a list is copied only once it is known that it changes.
    private void unite(Map<String, @Nullable Object> profile, String name, @Nullable Collection<?> values) {
        if (values == null) {
            return;
        }
        List<@Nullable Object> now = stored(profile, name);
        List<@Nullable Object> list = now == null ? list(profile, name) : now;
        for (Object value : values) {
            if (!list.contains(value)) {
                list = this == COPYING_LISTS && list == now ? list(profile, name) : list;
                list.add(value);
            }
        }
    }

    private void remove(Map<String, @Nullable Object> profile, String name, @Nullable Object value) {
        List<@Nullable Object> now = stored(profile, name);
        if (now != null && value != null && (this == CHANGING_LISTS || now.contains(value))) {
            list(profile, name).removeIf(value::equals);
        }
    }
}
