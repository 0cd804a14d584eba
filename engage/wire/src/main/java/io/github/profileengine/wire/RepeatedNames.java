package io.github.profileengine.wire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Detects a name that is repeated inside one object, at any depth. Only strict validation uses it. */
final class RepeatedNames {

    /** The message if {@link #found()} is true. */
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
