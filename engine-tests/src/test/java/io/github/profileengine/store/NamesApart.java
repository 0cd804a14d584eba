package io.github.profileengine.store;

import io.github.profileengine.representation.Name;
import java.util.ArrayList;
import java.util.List;

/**
 * Names that are all remembered at once. Where the seed of the run gives two names one place in the cache of names,
 * they push each other out, and each profile in dictionary mode has instances of its own, which are not counted.
 */
final class NamesApart {
    private NamesApart() {}

    /** So many names, apart from one another and from one that is used with them. */
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
