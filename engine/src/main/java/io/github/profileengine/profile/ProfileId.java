package io.github.profileengine.profile;

import io.github.profileengine.representation.CodePointOrder;
import io.github.profileengine.representation.HashSeed;
import io.github.profileengine.representation.Name;
import io.github.profileengine.representation.Utf8;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Identifies one profile: a project token and either a distinct id or a group key with a group id. Immutable. The
 * natural order is the order of listings: by token, users before groups, then by key and id, in code point order.
 */
public final class ProfileId implements Comparable<ProfileId> {
    // Many profiles have the same token and key. As names, these are one instance each, with their hash.
    private final Name token;
    private final @Nullable Name groupKey;
    private final String id;
    private final int tableHash;

    private ProfileId(Name token, @Nullable Name groupKey, String id) {
        this.token = token;
        this.groupKey = groupKey;
        this.id = id;
        int place = groupKey == null ? token.hash() : HashSeed.combine(token.hash(), groupKey.hash());
        this.tableHash = HashSeed.combine(place, HashSeed.hash(id));
    }

    private static Name name(String what, String text) {
        Name name = Name.of(filled(what, text));
        if (!name.isWellFormed()) {
            throw unpairedSurrogate(what);
        }
        return name;
    }

    private static String id(String what, String text) {
        if (!Utf8.canCarry(filled(what, text))) {
            throw unpairedSurrogate(what);
        }
        return text;
    }

    // Some callers have no null checks, so null gives the same error as an empty text.
    private static String filled(String what, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            throw new IllegalArgumentException(what + " is missing or empty");
        }
        return text;
    }

    private static IllegalArgumentException unpairedSurrogate(String what) {
        return new IllegalArgumentException(what + " holds an unpaired surrogate");
    }

    /**
     * The user profile of a distinct id.
     *
     * @throws IllegalArgumentException if a text is null, empty or holds an unpaired surrogate
     */
    public static ProfileId user(String token, String distinctId) {
        return new ProfileId(name("token", token), null, id("distinct id", distinctId));
    }

    /**
     * The group profile of a group key, such as {@code company}, and a group id.
     *
     * @throws IllegalArgumentException if a text is null, empty or holds an unpaired surrogate
     */
    public static ProfileId group(String token, String key, String id) {
        return new ProfileId(name("token", token), name("group key", key), id("group id", id));
    }

    /** The project's token. */
    public String token() {
        return token.text();
    }

    /** The project's token as a name; usable inside this module only. */
    public Name project() {
        return token;
    }

    /** Whether another profile has the same token. */
    public boolean isOfSameProject(ProfileId other) {
        return token.same(other.token);
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
        return Optional.ofNullable(groupKey).map(Name::text);
    }

    /** The same project and kind with another id; this instance if the id is the same. */
    public ProfileId withId(String otherId) {
        return id.equals(otherId) ? this : new ProfileId(token, groupKey, id("id", otherId));
    }

    /** A hash for tables inside the engine, seeded anew in every run so that ids cannot be chosen to collide. */
    public int tableHash() {
        return tableHash;
    }

    @Override
    public int compareTo(ProfileId other) {
        int order = token.compareTo(other.token);
        if (order == 0) {
            order = compareKeys(groupKey, other.groupKey);
        }
        return order == 0 ? CodePointOrder.compare(id, other.id) : order;
    }

    private static int compareKeys(@Nullable Name left, @Nullable Name right) {
        if (left == null || right == null) {
            return Boolean.compare(left != null, right != null);
        }
        return left.compareTo(right);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof ProfileId profileId
                        && id.equals(profileId.id)
                        && token.same(profileId.token)
                        && Objects.equals(groupKey, profileId.groupKey);
    }

    @Override
    public int hashCode() {
        int key = groupKey == null ? 0 : groupKey.text().hashCode();
        return (token.text().hashCode() * 31 + key) * 31 + id.hashCode();
    }

    /** For people: {@code token/id}, or {@code token/key/id} for a group. */
    @Override
    public String toString() {
        return token + "/" + (groupKey == null ? "" : groupKey + "/") + id;
    }
}
