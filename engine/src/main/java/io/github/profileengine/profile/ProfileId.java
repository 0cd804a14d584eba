package io.github.profileengine.profile;

import io.github.profileengine.representation.CodePointOrder;
import io.github.profileengine.representation.HashSeed;
import io.github.profileengine.representation.Utf8;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Names one profile: a project token and either a distinct id or a group key with a group id. Immutable. The order is the
 * one in which profiles are listed: by token, users before groups, then by key and id, in code point order.
 */
public final class ProfileId implements Comparable<ProfileId> {
    private final String token;
    private final @Nullable String groupKey;
    private final String id;
    private final int tableHash;

    private ProfileId(String token, @Nullable String groupKey, String id) {
        this.token = checked("token", token);
        this.groupKey = groupKey == null ? null : checked("group key", groupKey);
        this.id = checked(groupKey == null ? "distinct id" : "group id", id);
        this.tableHash = HashSeed.combine(
                HashSeed.hash(token),
                HashSeed.combine(groupKey == null ? 0 : HashSeed.hash(groupKey), HashSeed.hash(id)));
    }

    // Callers without null checks exist, so null is answered like the empty text.
    private static String checked(String what, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            throw new IllegalArgumentException(what + " is missing or empty");
        }
        if (!Utf8.canCarry(text)) {
            throw new IllegalArgumentException(what + " holds an unpaired surrogate");
        }
        return text;
    }

    /**
     * The user profile of a distinct id.
     *
     * @throws IllegalArgumentException if a text is null, empty or holds an unpaired surrogate
     */
    public static ProfileId user(String token, String distinctId) {
        return new ProfileId(token, null, distinctId);
    }

    /**
     * The group profile of a group key, such as {@code company}, and a group id.
     *
     * @throws IllegalArgumentException if a text is null, empty or holds an unpaired surrogate
     */
    public static ProfileId group(String token, String key, String id) {
        return new ProfileId(token, checked("group key", key), id);
    }

    /** The project's token. */
    public String token() {
        return token;
    }

    /** The distinct id of a user, or the group id of a group. */
    public String id() {
        return id;
    }

    public boolean isGroup() {
        return groupKey != null;
    }

    /** The group key; empty for a user. */
    public Optional<String> groupKey() {
        return Optional.ofNullable(groupKey);
    }

    /** The same project and kind with another id; this instance if it is the same id. */
    public ProfileId withId(String otherId) {
        return id.equals(otherId) ? this : new ProfileId(token, groupKey, otherId);
    }

    /** A hash for tables inside the engine, seeded anew in every run so that ids cannot be chosen to collide. */
    public int tableHash() {
        return tableHash;
    }

    @Override
    public int compareTo(ProfileId other) {
        int order = CodePointOrder.compare(token, other.token);
        if (order == 0) {
            order = compareKeys(groupKey, other.groupKey);
        }
        return order == 0 ? CodePointOrder.compare(id, other.id) : order;
    }

    private static int compareKeys(@Nullable String left, @Nullable String right) {
        if (left == null || right == null) {
            return Boolean.compare(left != null, right != null);
        }
        return CodePointOrder.compare(left, right);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof ProfileId profileId
                        && id.equals(profileId.id)
                        && token.equals(profileId.token)
                        && groupKey().equals(profileId.groupKey());
    }

    @Override
    public int hashCode() {
        return (token.hashCode() * 31 + (groupKey == null ? 0 : groupKey.hashCode())) * 31 + id.hashCode();
    }

    /** For people: {@code token/id}, or {@code token/key/id} for a group. */
    @Override
    public String toString() {
        return token + "/" + (groupKey == null ? "" : groupKey + "/") + id;
    }
}
