package io.github.profileengine.reducer;

import java.util.Set;

/** The placeholders that programs write when they have no id. Strict validation rejects them. */
public final class JunkIds {
    private static final Set<String> IDS = Set.of(
            "00000000-0000-0000-0000-000000000000",
            "anon",
            "anonymous",
            "nil",
            "none",
            "null",
            "n/a",
            "na",
            "undefined",
            "unknown",
            "<nil>",
            "0",
            "-1",
            "true",
            "false",
            "[]",
            "{}");

    private JunkIds() {}

    /** Whether an id, as text, is one of them; the comparison is exact. */
    public static boolean contains(String id) {
        return IDS.contains(id);
    }
}
