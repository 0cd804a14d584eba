package io.github.profileengine.diff;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.representation.ObjectValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The difference between two states of one profile id; in either state there may be no profile. Immutable, so any
 * thread may read and share it. Equal states give equal differences, whatever their history. A difference holds only
 * the values that differ.
 *
 * <p>A profile without properties still exists. The difference between it and no profile is {@link Kind#ADDED} or
 * {@link Kind#REMOVED} without property changes, and it is not {@linkplain #isEmpty empty}.
 *
 * <p>Finding a difference costs a comparison of names and values. If both states hold the same instance of a profile or
 * value, its content is not compared.
 */
public final class ProfileDiff {
    /** What happened to the profile. */
    public enum Kind {
        /** There was no profile before, and there is one after. */
        ADDED,
        /** There was a profile before, and there is none after. */
        REMOVED,
        /** The profile exists before and after, with different properties. */
        CHANGED,
        /** The profile exists before and after, with equal properties. */
        EQUAL
    }

    private final ProfileId id;
    private final Kind kind;
    private final List<PropertyChange> changes;

    private ProfileDiff(ProfileId id, Kind kind, List<PropertyChange> changes) {
        this.id = id;
        this.kind = kind;
        this.changes = changes;
    }

    /**
     * The difference from one state to the other; null stands for no profile.
     *
     * @throws IllegalArgumentException if both are null, or if their ids differ
     */
    public static ProfileDiff between(@Nullable Profile before, @Nullable Profile after) {
        if (before == null) {
            if (after == null) {
                throw new IllegalArgumentException("before and after are both null");
            }
            List<PropertyChange> added = PropertyChanges.between(ObjectValue.EMPTY, after.asObject());
            return new ProfileDiff(after.id(), Kind.ADDED, added);
        }
        if (after == null) {
            List<PropertyChange> removed = PropertyChanges.between(before.asObject(), ObjectValue.EMPTY);
            return new ProfileDiff(before.id(), Kind.REMOVED, removed);
        }
        requireId(before.id(), after.id());
        List<PropertyChange> changes =
                before == after ? List.of() : PropertyChanges.between(before.asObject(), after.asObject());
        return new ProfileDiff(before.id(), changes.isEmpty() ? Kind.EQUAL : Kind.CHANGED, changes);
    }

    private static void requireId(ProfileId expected, ProfileId found) {
        if (!expected.equals(found)) {
            throw new IllegalArgumentException("profiles " + expected + " and " + found + " have different ids");
        }
    }

    public ProfileId id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    /**
     * The properties that differ, read-only, in code point order of their names; all properties of a profile that is
     * added or removed.
     */
    public List<PropertyChange> changes() {
        return changes;
    }

    /** Whether the states are equal. */
    public boolean isEmpty() {
        return kind == Kind.EQUAL;
    }

    /** The reverse difference, from the state after to the state before. */
    public ProfileDiff inverse() {
        Kind back = switch (kind) {
            case ADDED -> Kind.REMOVED;
            case REMOVED -> Kind.ADDED;
            case CHANGED, EQUAL -> kind;
        };
        return new ProfileDiff(
                id, back, changes.stream().map(PropertyChange::inverse).toList());
    }

    /**
     * Applies this difference to a state and returns the new state; null stands for no profile. The given profile
     * itself never changes.
     *
     * <p>The difference must fit the state. One that adds a profile fits only where there is no profile. One that
     * removes a profile fits only a profile with exactly those properties, so that the inverse can restore everything.
     * One that changes a profile fits if the changed properties are as they were before; other properties stay as they
     * are. An empty difference fits every state and returns the given instance.
     *
     * @throws DiffConflictException if the difference does not fit. It names the first property, by name, that is not
     *     as it was before the change. If there is none, it names the first additional property of a profile to be
     *     removed.
     * @throws IllegalArgumentException if the profile has another id
     */
    public @Nullable Profile applyTo(@Nullable Profile profile) {
        if (profile != null) {
            requireId(id, profile.id());
        }
        return isEmpty() ? profile : new DiffApplication(this).to(profile);
    }

    /**
     * This difference as JSON Patch (RFC 6902), in canonical text: the same bytes on every run and JDK. The patched
     * document is the object of the profile's properties, or {@code null} where there is no profile.
     *
     * <p>The patch of an added profile is one {@code replace} of the whole document by its properties; that of a
     * removed profile is one {@code replace} by {@code null}. The patch of an empty difference is {@code []}. Otherwise
     * the patch has one operation for each property that differs, in code point order of the names: {@code add},
     * {@code remove} or {@code replace}. The members of an operation are in the order {@code op}, {@code path},
     * {@code value}.
     *
     * <p>A value is replaced as a whole, including lists and objects, because an operator writes the value of a
     * property and never a part of it. So no path goes deeper than the name of a property. The patch does not test the
     * values from before; {@link #applyTo} does.
     */
    public String jsonPatch() {
        return JsonPatch.of(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProfileDiff diff
                && kind == diff.kind
                && id.equals(diff.id)
                && changes.equals(diff.changes);
    }

    @Override
    public int hashCode() {
        return (id.hashCode() * 31 + kind.name().hashCode()) * 31 + changes.hashCode();
    }

    /** The id, the kind and the changes, for people. */
    @Override
    public String toString() {
        return id + " " + kind + " " + changes;
    }
}
