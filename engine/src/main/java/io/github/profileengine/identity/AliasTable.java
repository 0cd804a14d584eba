package io.github.profileengine.identity;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.collections.api.map.MutableMap;
import org.eclipse.collections.impl.map.mutable.UnifiedMap;
import org.jspecify.annotations.Nullable;

/**
 * Which distinct id each alias of a project stands for. Immutable: adding answers another table and leaves this one as
 * it was, so a batch can resolve its updates through one table while others are added. A mapping, once made, stays.
 *
 * <h2>Representation</h2>
 *
 * A list of maps, each less than half as long as the one before it; adding makes a map of one and joins maps at the end
 * until that holds again. So a table of n mappings costs O(log n) maps to read and O(log n) copies a mapping to build,
 * where copying one map each time would cost O(n).
 */
public final class AliasTable {
    /** The table without aliases. */
    public static final AliasTable EMPTY = new AliasTable(List.of());

    private final List<MutableMap<Key, String>> levels;

    private AliasTable(List<MutableMap<Key, String>> levels) {
        this.levels = levels;
    }

    /** How many aliases it holds, in all projects. */
    public long size() {
        return levels.stream().mapToLong(MutableMap::size).sum();
    }

    /** The id at the end of the chain that begins with an id; the id itself if it is no alias. */
    public String resolve(String token, String id) {
        if (levels.isEmpty()) {
            return id;
        }
        String end = id;
        for (String next = target(token, end); next != null; next = target(token, end)) {
            end = next;
        }
        return end;
    }

    private @Nullable String target(String token, String alias) {
        Key key = new Key(token, alias);
        for (MutableMap<Key, String> level : levels) {
            String target = level.get(key);
            if (target != null) {
                return target;
            }
        }
        return null;
    }

    /** What {@link #with} would do; changes nothing. */
    public AliasResult check(String token, String alias, String id) {
        String known = target(token, alias);
        if (known != null) {
            return known.equals(id) ? AliasResult.UNCHANGED : AliasResult.REFUSED;
        }
        // An alias that is not mapped yet ends every chain that holds it.
        return resolve(token, id).equals(alias) ? AliasResult.REFUSED : AliasResult.MAPPED;
    }

    /** The table in which {@code alias} stands for {@code id}; this one unless {@link #check} answers MAPPED. */
    public AliasTable with(String token, String alias, String id) {
        if (check(token, alias, id) != AliasResult.MAPPED) {
            return this;
        }
        List<MutableMap<Key, String>> after = new ArrayList<>(levels);
        MutableMap<Key, String> newest = UnifiedMap.newWithKeysValues(new Key(token, alias), id);
        while (!after.isEmpty() && after.get(after.size() - 1).size() < 2 * newest.size()) {
            MutableMap<Key, String> joined = UnifiedMap.newMap(after.remove(after.size() - 1));
            joined.putAll(newest);
            newest = joined;
        }
        after.add(newest);
        return new AliasTable(List.copyOf(after));
    }

    /** The table without the aliases of one project; this one if it has none. */
    public AliasTable without(String token) {
        MutableMap<Key, String> left = UnifiedMap.newMap();
        levels.forEach(level -> left.putAll(level.reject((key, id) -> key.token.equals(token))));
        if (left.size() == size()) {
            return this;
        }
        return left.isEmpty() ? EMPTY : new AliasTable(List.of(left));
    }

    private record Key(String token, String alias) {}
}
