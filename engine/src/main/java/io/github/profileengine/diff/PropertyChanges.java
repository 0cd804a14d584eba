package io.github.profileengine.diff;

import io.github.profileengine.representation.CurrentValue;
import io.github.profileengine.representation.ObjectValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Walks the properties of two profiles side by side; both are in code point order of their names. */
final class PropertyChanges {
    private PropertyChanges() {}

    /**
     * Each property that differs, in order of the names. Profiles of one shape share their name objects, so their names
     * are compared by reference and never searched.
     */
    static List<PropertyChange> between(ObjectValue before, ObjectValue after) {
        List<PropertyChange> changes = new ArrayList<>();
        int was = 0;
        int is = 0;
        while (was < before.size() || is < after.size()) {
            int order = order(before, was, after, is);
            if (order < 0) {
                changes.add(new PropertyChange(before.name(was), before.value(was), CurrentValue.ABSENT));
                was++;
            } else if (order > 0) {
                changes.add(new PropertyChange(after.name(is), CurrentValue.ABSENT, after.value(is)));
                is++;
            } else {
                // Objects.equals compares references first, so values that the profiles share are not compared further.
                if (!Objects.equals(before.value(was), after.value(is))) {
                    changes.add(new PropertyChange(after.name(is), before.value(was), after.value(is)));
                }
                was++;
                is++;
            }
        }
        return List.copyOf(changes);
    }

    // A profile without further names counts as having the greatest name.
    private static int order(ObjectValue before, int was, ObjectValue after, int is) {
        if (was == before.size()) {
            return 1;
        }
        return is == after.size() ? -1 : before.name(was).compareTo(after.name(is));
    }
}
