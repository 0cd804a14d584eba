package io.github.profileengine.diff;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.representation.ObjectValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The difference between two states of one id, in either of which there may be no profile. Immutable, so any thread may
 * read and share it; equal states give equal differences, however they came about. It holds the values that differ and
 * nothing else of the two profiles.
 *
 * <p>A profile without properties is a profile: between it and no profile lies an {@link Kind#ADDED} or
 * {@link Kind#REMOVED} without changes of properties, which is not empty.
 *
 * <p>Finding it costs a comparison of names and values; the same profile, or the same value in both, is not looked
 * into.
 */
public final class ProfileDiff {
    /** What became of the profile. */
    public enum Kind {
        /** There was none, and there is one. */
        ADDED,
        /** There was one, and there is none. */
        REMOVED,
        /** It is there before and after, with other properties. */
        CHANGED,
        /** It is there before and after, with equal properties. */
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
     * What leads from one state to the other; null stands for no profile.
     *
     * @throws IllegalArgumentException if there is no profile in either, or their ids differ
     */
    public static ProfileDiff between(@Nullable Profile before, @Nullable Profile after) {
        if (before == null) {
            if (after == null) {
                throw new IllegalArgumentException("no profile before and none after: of what id?");
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
            throw new IllegalArgumentException("profile " + expected + " and profile " + found + " are not one");
        }
    }

    public ProfileId id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    /** The properties that differ, read-only, in code point order of their names; of an added profile all it has. */
    public List<PropertyChange> changes() {
        return changes;
    }

    /** Whether the states are equal. */
    public boolean isEmpty() {
        return kind == Kind.EQUAL;
    }

    /** The way back: what leads from the state after to the state before. */
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
     * The state that this difference makes of another; null stands for no profile. The profile given stays as it is, in
     * any case.
     *
     * <p>It fits a state that is as {@link #between} found it: for an added profile, no profile; for a removed one, a
     * profile with exactly its properties, so that nothing is lost that the inverse does not bring back; for a changed
     * one, a profile whose changed properties are as they were before. Other properties of that one are left alone. An
     * empty difference fits every state and answers the instance that it was given.
     *
     * @throws DiffConflictException if it does not fit; it names the first property, by name, that is not as it was
     *     before the change, and if all are, the first one that a profile to be removed has besides
     * @throws IllegalArgumentException if the profile has another id
     */
    public @Nullable Profile applyTo(@Nullable Profile profile) {
        if (profile != null) {
            requireId(id, profile.id());
        }
        return isEmpty() ? profile : new DiffApplication(this).to(profile);
    }

    /**
     * This difference as JSON Patch (RFC 6902), in canonical text: the same bytes on every run and JDK. The document
     * that it patches is the object of the profile's properties, or {@code null} where there is no profile.
     *
     * <p>An added profile is one {@code replace} of the whole document by its properties, a removed one by
     * {@code null}, an empty difference {@code []}. Else there is one operation for each property that differs, in code
     * point order of the names: {@code add}, {@code remove} or {@code replace}, its members in the order {@code op},
     * {@code path}, {@code value}. A value is replaced whole, lists and objects too, since an operator writes a
     * property's value and never a place inside it; so no path goes deeper than a property's name. What was there
     * before is not tested by the patch; {@link #applyTo} does that.
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
