package io.github.profileengine.diff;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.representation.Utf8;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Thrown when a difference does not fit the profile to which it is applied. Nothing has changed then. */
public final class DiffConflictException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    // A message must not grow with the values in profiles.
    private static final int MAX_PHRASE_BYTES = 200;

    // The parts of the profile's id, which itself cannot be serialized.
    private final String token;
    private final @Nullable String groupKey;
    private final String id;
    private final @Nullable String property;
    private final String expected;
    private final String found;

    private DiffConflictException(ProfileId id, @Nullable String property, String expected, String found) {
        super("profile " + id + (property == null ? "" : ", property " + cut(PropertyChange.phrase(property)))
                + ": expected " + expected + ", found " + found);
        this.token = id.token();
        this.groupKey = id.groupKey().orElse(null);
        this.id = id.id();
        this.property = property;
        this.expected = expected;
        this.found = found;
    }

    static DiffConflictException ofProfile(ProfileId id, boolean present) {
        String one = "a profile";
        String none = "no profile";
        return new DiffConflictException(id, null, present ? none : one, present ? one : none);
    }

    /** Both are canonical values, or {@code CurrentValue.ABSENT} for a missing property. */
    static DiffConflictException ofProperty(
            ProfileId id, String property, @Nullable Object expected, @Nullable Object found) {
        return new DiffConflictException(
                id, property, cut(PropertyChange.phrase(expected)), cut(PropertyChange.phrase(found)));
    }

    private static String cut(String phrase) {
        String start = Utf8.prefix(phrase, MAX_PHRASE_BYTES);
        return start.length() == phrase.length() ? phrase : start + "...";
    }

    public ProfileId id() {
        return groupKey == null ? ProfileId.user(token, id) : ProfileId.group(token, groupKey, id);
    }

    /** The property that does not match; empty if the conflict is that a profile exists, or that none does. */
    public Optional<String> property() {
        return Optional.ofNullable(property);
    }

    /**
     * What the difference expects: the canonical text of a value, cut after {@value #MAX_PHRASE_BYTES} bytes,
     * {@code nothing} for a missing property, {@code a profile} or {@code no profile}.
     */
    public String expected() {
        return expected;
    }

    /** What was found instead, in the same form. */
    public String found() {
        return found;
    }
}
