package io.github.profileengine.benchmark.apply;

import io.github.profileengine.operation.Operator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every operator does to a plain map, changed in place.
 *
 * <p>Values inside the map are changed in place only if {@code owned}. Otherwise they are copied first, because older
 * versions of the profile share them.
 */
final class TreeRules {
    private static final Operator[] ORDER = Operator.values();

    private final boolean owned;

    TreeRules(boolean owned) {
        this.owned = owned;
    }

    static @Nullable Operator operator(String symbol) {
        return switch (symbol) {
            case "$set" -> Operator.SET;
            case "$set_once" -> Operator.SET_ONCE;
            case "$merge" -> Operator.MERGE;
            case "$add" -> Operator.ADD;
            case "$union" -> Operator.UNION;
            case "$append" -> Operator.APPEND;
            case "$remove" -> Operator.REMOVE;
            case "$unset" -> Operator.UNSET;
            case "$delete" -> Operator.DELETE;
            default -> null;
        };
    }

    /** Applies every operator but {@code $delete}. */
    void apply(Map<String, @Nullable Object> profile, TreeUpdate update) {
        for (Operator operator : ORDER) {
            @Nullable Object[] operand = update.operands().get(operator);
            if (operand == null || operator == Operator.DELETE) {
                continue;
            }
            if (operator == Operator.UNSET) {
                for (Object name : operand) {
                    profile.remove(name);
                }
                continue;
            }
            for (int i = 0; i < operand.length; i += 2) {
                one(operator, profile, (String) operand[i], operand[i + 1]);
            }
        }
    }

    private void one(Operator operator, Map<String, @Nullable Object> profile, String name, @Nullable Object value) {
        switch (operator) {
            case SET -> profile.put(name, value);
            case SET_ONCE -> {
                // Not putIfAbsent, which treats a stored null as absent.
                if (!profile.containsKey(name)) {
                    profile.put(name, value);
                }
            }
            case MERGE -> merge(profile, name, value);
            case ADD -> add(profile, name, value);
            case UNION -> union(profile, name, value);
            case APPEND -> append(profile, name, value);
            default -> remove(profile, name, value);
        }
    }

    private void merge(Map<String, @Nullable Object> profile, String name, @Nullable Object value) {
        Object stored = profile.get(name);
        if (value instanceof Map<?, ?> keys && (stored instanceof Map || absent(profile, name, stored))) {
            Map<String, @Nullable Object> merged =
                    stored == null ? new HashMap<>() : owned ? map(stored) : new HashMap<>(map(stored));
            merged.putAll(map(keys));
            profile.put(name, merged);
        }
    }

    private static void add(Map<String, @Nullable Object> profile, String name, @Nullable Object value) {
        Object stored = profile.get(name);
        if (value instanceof Number number) {
            if (stored instanceof Number before) {
                Object sum = TreeSum.of(before, number);
                if (sum != null) {
                    profile.put(name, sum);
                }
            } else if (absent(profile, name, stored)) {
                profile.put(name, number);
            }
        }
    }

    private void union(Map<String, @Nullable Object> profile, String name, @Nullable Object value) {
        Object stored = profile.get(name);
        if (stored instanceof List<?> before) {
            profile.put(name, TreeLists.union(list(before), value, owned));
        } else if (absent(profile, name, stored)) {
            profile.put(name, TreeLists.union(new TreeList(), value, true));
        }
    }

    private void append(Map<String, @Nullable Object> profile, String name, @Nullable Object value) {
        Object stored = profile.get(name);
        if (stored instanceof List<?> before) {
            profile.put(name, TreeLists.append(list(before), value, owned));
        } else if (absent(profile, name, stored)) {
            List<@Nullable Object> list = new ArrayList<>();
            list.add(value);
            profile.put(name, list);
        }
    }

    private void remove(Map<String, @Nullable Object> profile, String name, @Nullable Object value) {
        if (profile.get(name) instanceof List<?> before) {
            profile.put(name, TreeLists.remove(list(before), value, owned));
        }
    }

    private static boolean absent(Map<String, @Nullable Object> profile, String name, @Nullable Object stored) {
        return stored == null && !profile.containsKey(name);
    }

    @SuppressWarnings("unchecked") // values come from TreeValue only
    private static Map<String, @Nullable Object> map(Object value) {
        return (Map<String, @Nullable Object>) value;
    }

    @SuppressWarnings("unchecked") // values come from TreeValue only
    private static List<@Nullable Object> list(Object value) {
        return (List<@Nullable Object>) value;
    }
}
