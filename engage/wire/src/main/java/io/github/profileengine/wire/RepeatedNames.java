package io.github.profileengine.wire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Notices a name that is repeated inside one object, at any depth. Used by strict validation only. */
final class RepeatedNames {

    /** In words, what {@link #found()} tells. */
    static final String DESCRIPTION = "a name repeated inside one object";

    private final List<Set<String>> open = new ArrayList<>();
    private boolean found;

    void reset() {
        open.clear();
        found = false;
    }

    void startObject() {
        open.add(new HashSet<>());
    }

    void name(String name) {
        if (!open.get(open.size() - 1).add(name)) {
            found = true;
        }
    }

    void endObject() {
        open.remove(open.size() - 1);
    }

    boolean found() {
        return found;
    }
}
