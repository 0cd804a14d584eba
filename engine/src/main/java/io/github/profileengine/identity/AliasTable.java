package io.github.profileengine.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Maps each alias of a project to the distinct id for which it stands. Immutable: adding a mapping returns another
 * table and leaves this one as it was. So a batch can resolve its updates through one table while mappings are added.
 * An existing mapping never changes.
 *
 * <h2>Representation</h2>
 *
 * The table is a list of maps, each at most half as long as the one before it. Adding a mapping appends a map with one
 * entry, and then joins maps at the end until that holds again. So for n mappings, a read looks at O(log n) maps, and
 * building costs O(log n) copies for each mapping. Copying one map each time would cost O(n). The maps are those of the
 * JDK, without open addressing, because aliases come from outside: with comparable keys, these maps stay fast when
 * hashes are chosen to collide.
 *
 * <p>A mapping stores the end of its chain as it was when its map was made. What is mapped later is in a later map. So
 * following a chain of any length takes at most one step for each map.
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

    /** The id at the end of the chain of aliases that starts with an id; the id itself if it is not an alias. */
    public String resolve(String token, String id) {
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(id, "id");
        if (levels.isEmpty()) {
            return id;
        }
        String end = id;
        for (Target next = target(token, end); next != null; next = target(token, end)) {
            end = next.end;
        }
        return end;
    }

    /** Whether this table contains this mapping. */
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

    /** The result that {@link #with} would have; changes nothing. */
    public AliasResult check(String token, String alias, String id) {
        Target known = target(token, alias);
        if (known != null) {
            return known.id.equals(id) ? AliasResult.UNCHANGED : AliasResult.REFUSED;
        }
        // A chain that contains an unmapped alias ends with it, so comparing the end is enough to find a cycle.
        return resolve(token, id).equals(alias) ? AliasResult.REFUSED : AliasResult.MAPPED;
    }

    /**
     * The table in which {@code alias} stands for {@code id}; this one unless {@link #check} returns {@code MAPPED}.
     */
    public AliasTable with(String token, String alias, String id) {
        if (check(token, alias, id) != AliasResult.MAPPED) {
            return this;
        }
        List<Map<Key, Target>> after = new ArrayList<>(levels);
        Map<Key, Target> newest = Map.of(new Key(token, alias), new Target(id, resolve(token, id)));
        while (!after.isEmpty() && after.get(after.size() - 1).size() < 2 * newest.size()) {
            newest = joined(after.remove(after.size() - 1), newest);
        }
        after.add(newest);
        return new AliasTable(List.copyOf(after));
    }

    // What the later map holds leads to the present ends, so one step takes the earlier mappings there, too.
    private static Map<Key, Target> joined(Map<Key, Target> earlier, Map<Key, Target> later) {
        Map<Key, Target> joined = new HashMap<>(earlier);
        joined.replaceAll((key, target) -> {
            Target next = later.get(new Key(key.token, target.end));
            return next == null ? target : new Target(target.id, next.end);
        });
        joined.putAll(later);
        return joined;
    }

    /** The table without the aliases of one project; this one if it has none. */
    public AliasTable without(String token) {
        if (aliases().noneMatch(alias -> alias.token().equals(token))) {
            return this;
        }
        Map<Key, Target> left = new HashMap<>();
        for (int level = levels.size() - 1; level >= 0; level--) {
            left = joined(levels.get(level), left);
        }
        left.keySet().removeIf(key -> key.token.equals(token));
        // Copied, because a map that lost most of its entries keeps the room for them.
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
