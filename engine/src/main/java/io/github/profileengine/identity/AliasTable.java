package io.github.profileengine.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which distinct id each alias of a project stands for. Immutable: adding answers another table and leaves this one as
 * it was, so a batch can resolve its updates through one table while others are added. A mapping, once made, stays.
 *
 * <h2>Representation</h2>
 *
 * A list of maps, each at most half as long as the one before it; adding makes a map of one and joins maps at the end
 * until that holds again. So a table of n mappings costs O(log n) maps to read and O(log n) copies a mapping to build,
 * where copying one map each time would cost O(n). The JDK's map, and not one with open hashing: aliases come from
 * outside, and with comparable keys it stays fast when their hashes are chosen to collide.
 *
 * <p>A mapping remembers where its chain ended when it was made, so that a chain built from its end is one step long.
 */
public final class AliasTable {
    /** The table without aliases. */
    public static final AliasTable EMPTY = new AliasTable(List.of());

    private final List<Map<Key, Target>> levels;

    private AliasTable(List<Map<Key, Target>> levels) {
        this.levels = levels;
    }

    /** How many aliases it holds, in all projects. */
    public long size() {
        return levels.stream().mapToLong(Map::size).sum();
    }

    /** All mappings, in no particular order. */
    public Stream<Alias> aliases() {
        return levels.stream()
                .flatMap(level -> level.entrySet().stream())
                .map(entry -> new Alias(entry.getKey().token, entry.getKey().alias, entry.getValue().id));
    }

    /** The id at the end of the chain that begins with an id; the id itself if it is no alias. */
    public String resolve(String token, String id) {
        if (levels.isEmpty()) {
            return id;
        }
        String end = id;
        for (Target next = target(token, end); next != null; next = target(token, end)) {
            end = next.end;
        }
        return end;
    }

    /** Whether it maps as this mapping does. */
    public boolean holds(Alias mapping) {
        Target target = target(mapping.token(), mapping.alias());
        return target != null && target.id.equals(mapping.id());
    }

    private @Nullable Target target(String token, String alias) {
        Key key = new Key(token, alias);
        for (Map<Key, Target> level : levels) {
            Target target = level.get(key);
            if (target != null) {
                return target;
            }
        }
        return null;
    }

    /** What {@link #with} would do; changes nothing. */
    public AliasResult check(String token, String alias, String id) {
        Target known = target(token, alias);
        if (known != null) {
            return known.id.equals(id) ? AliasResult.UNCHANGED : AliasResult.REFUSED;
        }
        // An alias that is not mapped yet ends every chain that holds it.
        return resolve(token, id).equals(alias) ? AliasResult.REFUSED : AliasResult.MAPPED;
    }

    /** The table in which {@code alias} stands for {@code id}; this one unless {@link #check} answers MAPPED. */
    public AliasTable with(String token, String alias, String id) {
        if (check(token, alias, id) != AliasResult.MAPPED) {
            return this;
        }
        List<Map<Key, Target>> after = new ArrayList<>(levels);
        Map<Key, Target> newest = new HashMap<>();
        newest.put(new Key(token, alias), new Target(id, resolve(token, id)));
        while (!after.isEmpty() && after.get(after.size() - 1).size() < 2 * newest.size()) {
            Map<Key, Target> joined = new HashMap<>(after.remove(after.size() - 1));
            joined.putAll(newest);
            newest = joined;
        }
        after.add(newest);
        return new AliasTable(List.copyOf(after));
    }

    /** The table without the aliases of one project; this one if it has none. */
    public AliasTable without(String token) {
        if (aliases().noneMatch(alias -> alias.token().equals(token))) {
            return this;
        }
        Map<Key, Target> left = new HashMap<>();
        levels.forEach(left::putAll);
        left.keySet().removeIf(key -> key.token.equals(token));
        // Copied: a map that lost most keeps the room for them.
        return left.isEmpty() ? EMPTY : new AliasTable(List.of(new HashMap<>(left)));
    }

    private record Target(String id, String end) {}

    private record Key(String token, String alias) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int order = alias.compareTo(other.alias);
            return order == 0 ? token.compareTo(other.token) : order;
        }
    }
}
