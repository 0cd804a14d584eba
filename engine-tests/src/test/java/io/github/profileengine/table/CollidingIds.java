package io.github.profileengine.table;

import io.github.profileengine.profile.ProfileId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Ids that collide in tables. Hashes are seeded anew in every run, so such ids are found by trying. */
public final class CollidingIds {
    private CollidingIds() {}

    /** So many ids of a project whose hashes have equal low bits. */
    public static List<ProfileId> inLowBits(String token, int bits, int count) {
        return grouped(token, id -> id.tableHash() & (1 << bits) - 1, count);
    }

    /** Two ids of a project with the same hash. */
    public static List<ProfileId> whole(String token) {
        return grouped(token, ProfileId::tableHash, 2);
    }

    private static List<ProfileId> grouped(String token, ToIntFunction<ProfileId> part, int count) {
        Map<Integer, List<ProfileId>> byPart = new HashMap<>();
        for (int i = 0; ; i++) {
            ProfileId id = ProfileId.user(token, "u" + i);
            List<ProfileId> same = byPart.computeIfAbsent(part.applyAsInt(id), hash -> new ArrayList<>());
            same.add(id);
            if (same.size() == count) {
                return same;
            }
            if (i > 1 << 21) {
                throw new AssertionError("no collision among " + i + " ids");
            }
        }
    }
}
