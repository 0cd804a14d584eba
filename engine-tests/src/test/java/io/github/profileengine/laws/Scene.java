package io.github.profileengine.laws;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The variables of LAWS.md: a random state p (null is bottom), different names k, j and l, values a and b, numbers n
 * and m, lists xs and ys, objects o and q.
 */
public record Scene(
        Map<String, Object> p,
        List<String> names,
        Object a,
        Object b,
        Number n,
        Number m,
        List<Object> xs,
        List<Object> ys,
        Map<String, Object> o,
        Map<String, Object> q,
        long seed) {

    public static Scene random(Random random) {
        return random(random, EdgeValues.NAMES);
    }

    public static Scene random(Random random, List<List<String>> nameSets) {
        RandomValues values = new RandomValues(random);
        List<String> names = values.of(nameSets);
        Map<String, Object> p = null;
        if (!values.percent(15)) {
            p = new LinkedHashMap<>();
            for (String name : names) {
                if (values.percent(70)) {
                    p.put(name, values.percent(40) ? values.list() : values.value());
                }
            }
        }
        Object a = values.value();
        List<String> inner = List.of("a", "b", names.get(0));
        return new Scene(
                p,
                names,
                a,
                values.percent(25) ? RandomValues.fresh(a) : values.value(),
                values.number(),
                values.number(),
                values.list(),
                values.list(),
                values.object(inner),
                values.object(inner),
                random.nextLong());
    }

    public String k() {
        return names.get(0);
    }

    public String j() {
        return names.get(1);
    }

    public String l() {
        return names.get(2);
    }

    /** The state with k holding the value; never bottom. */
    public Map<String, Object> with(Object value) {
        return with(k(), value);
    }

    public Map<String, Object> with(String name, Object value) {
        Map<String, Object> state = p == null ? new LinkedHashMap<>() : new LinkedHashMap<>(p);
        state.put(name, value);
        return state;
    }

    /** The state without k; bottom stays bottom. */
    public Map<String, Object> without() {
        return without(k());
    }

    public Map<String, Object> without(String name) {
        if (p == null) {
            return null;
        }
        Map<String, Object> state = new LinkedHashMap<>(p);
        state.remove(name);
        return state;
    }

    public boolean has(String name) {
        return p != null && p.containsKey(name);
    }
}
