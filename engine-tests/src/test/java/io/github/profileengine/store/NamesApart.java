package io.github.profileengine.store;

import io.github.profileengine.representation.Name;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds names that the cache of names holds all at once. The seed of the run may give two names the same place in that
 * cache. Such names push each other out, and each profile in dictionary mode then has its own instances of them, which
 * are not counted.
 */
final class NamesApart {
    private NamesApart() {}

    /** Returns this many names with different places, none of which is the place of {@code token}. */
    static List<String> of(int count, String token) {
        List<String> all = new ArrayList<>(List.of(token));
        for (int number = 0; all.size() <= count; number++) {
            String name = "own " + number;
            if (all.stream().noneMatch(other -> pushesOut(name, other))) {
                all.add(name);
            }
        }
        return all.subList(1, all.size());
    }

    private static boolean pushesOut(String name, String other) {
        Name remembered = Name.of(other);
        Name.of(name);
        return Name.of(other) != remembered;
    }
}
