package io.github.profileengine.profile;

import io.github.profileengine.representation.CanonicalWriter;
import io.github.profileengine.representation.LazyValues;
import io.github.profileengine.representation.Name;
import io.github.profileengine.representation.ObjectEditor;
import io.github.profileengine.representation.ObjectValue;
import io.github.profileengine.representation.Shape;
import io.github.profileengine.representation.Slots;
import io.github.profileengine.representation.UtcSecond;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A profile: an id and its properties. Immutable, so any thread may read and share it. Objects passed in or returned
 * cannot change it later.
 *
 * <p>A property's value is plain Java: {@code String}, {@code Long} for every integer within 64 bits, {@code Double}
 * for other numbers, {@code Boolean}, {@code null}, a read-only {@code List} or a read-only {@code Map}. Properties are
 * in code point order of their names. Equality, hash and canonical text depend only on the id and the properties.
 *
 * <p>The static functions apply one operator each to one profile, without automatic properties; {@code $ip} is an
 * ordinary property to them. They return the same instance if nothing changes, ignore a value that the operator cannot
 * use, and throw {@code IllegalArgumentException} for what no value may hold. Updates with a time, several operators,
 * limits or outcomes go through {@code Reducer} or {@code ProfileEngine}.
 *
 * <p>Profiles with the same names mostly share a shape. Values are in its order; replacing one copies an array.
 */
public final class Profile implements Iterable<Map.Entry<String, @Nullable Object>> {
    private final ProfileId id;
    private final Shape shape;
    private final Object content; // Slots, or LazyValues.
    // Caches, computed from the content. Each is written whole and read once a call, so a race only computes it twice.
    private int hash;
    private int footprint = ProfileFootprint.UNKNOWN;

    Profile(ProfileId id, Shape shape, Object content) {
        this.id = id;
        this.shape = shape;
        this.content = content;
    }

    /** A profile without properties. */
    public static Profile empty(ProfileId id) {
        return new Profile(Objects.requireNonNull(id, "id"), Shape.EMPTY, Slots.NONE);
    }

    /** A profile with these properties; values are as in {@code ValueBuilder.copyOf} and may nest up to 98 levels. */
    public static Profile of(ProfileId id, Map<String, ? extends @Nullable Object> properties) {
        return set(empty(id), properties);
    }

    public ProfileId id() {
        return id;
    }

    /** How many properties it has. */
    public int size() {
        return shape.size();
    }

    public boolean isEmpty() {
        return size() == 0;
    }

    /** Whether it has the property, even if the value is null. */
    public boolean contains(String name) {
        return shape.indexOf(Name.of(name)) >= 0;
    }

    /** The property's value; null if it is missing or holds null ({@link #contains} tells which). */
    public @Nullable Object get(String name) {
        int slot = shape.indexOf(Name.of(name));
        return slot < 0 ? null : LazyValues.get(content, shape.size(), slot);
    }

    /**
     * The text that a property holds.
     *
     * @throws java.util.NoSuchElementException if the property is missing
     * @throws IllegalStateException if it holds a value of another type
     */
    public String text(String name) {
        return PropertyAccess.require(this, name, String.class, "text");
    }

    /** The integer that a property holds; throws as {@link #text}, also for a number that is not a 64-bit integer. */
    public long integer(String name) {
        return PropertyAccess.require(this, name, Long.class, "an integer");
    }

    /** The number that a property holds, an integer as its nearest double; throws as {@link #text}. */
    public double real(String name) {
        return PropertyAccess.require(this, name, Number.class, "a number").doubleValue();
    }

    /** The boolean that a property holds; throws as {@link #text}. */
    public boolean bool(String name) {
        return PropertyAccess.require(this, name, Boolean.class, "a boolean");
    }

    /** The list that a property holds, read-only; throws as {@link #text}. */
    @SuppressWarnings("unchecked")
    public List<@Nullable Object> list(String name) {
        return PropertyAccess.require(this, name, List.class, "a list");
    }

    /** The object that a property holds, read-only; throws as {@link #text}. */
    @SuppressWarnings("unchecked")
    public Map<String, @Nullable Object> object(String name) {
        return PropertyAccess.require(this, name, Map.class, "an object");
    }

    /** All properties, read-only, in code point order of their names. */
    public Map<String, @Nullable Object> properties() {
        return asObject();
    }

    /** Name and value of each property, in code point order of the names. */
    @Override
    public Iterator<Map.Entry<String, @Nullable Object>> iterator() {
        return properties().entrySet().iterator();
    }

    /** {@code $created} as an instant; empty unless it is a UTC second, {@code YYYY-MM-DDTHH:MM:SS}. */
    public Optional<Instant> created() {
        return Optional.ofNullable(UtcSecond.parse(get(ReservedProperty.CREATED)));
    }

    /** {@code $last_seen} as an instant, as {@link #created}. */
    public Optional<Instant> lastSeen() {
        return Optional.ofNullable(UtcSecond.parse(get(ReservedProperty.LAST_SEEN)));
    }

    /** The properties as one canonical JSON object: the same text for the same properties, on every run and JDK. */
    public String canonicalText() {
        return CanonicalWriter.text(asObject());
    }

    /** {@code $set} of one property. */
    public static Profile set(Profile profile, String name, @Nullable Object value) {
        return OneOperator.on(OneOperator.SET, profile, name, value);
    }

    /** {@code $set} of several properties. */
    public static Profile set(Profile profile, Map<String, ? extends @Nullable Object> values) {
        return OneOperator.on(OneOperator.SET, profile, values);
    }

    /** {@code $set_once} of one property. */
    public static Profile setOnce(Profile profile, String name, @Nullable Object value) {
        return OneOperator.on(OneOperator.SET_ONCE, profile, name, value);
    }

    /** {@code $set_once} of several properties. */
    public static Profile setOnce(Profile profile, Map<String, ? extends @Nullable Object> values) {
        return OneOperator.on(OneOperator.SET_ONCE, profile, values);
    }

    /** {@code $merge} into one property. */
    public static Profile merge(Profile profile, String name, @Nullable Object object) {
        return OneOperator.on(OneOperator.MERGE, profile, name, object);
    }

    /** {@code $merge} into several properties. */
    public static Profile merge(Profile profile, Map<String, ? extends @Nullable Object> objects) {
        return OneOperator.on(OneOperator.MERGE, profile, objects);
    }

    /** {@code $add} to one property. */
    public static Profile add(Profile profile, String name, @Nullable Object number) {
        return OneOperator.on(OneOperator.ADD, profile, name, number);
    }

    /** {@code $add} to several properties. */
    public static Profile add(Profile profile, Map<String, ? extends @Nullable Object> numbers) {
        return OneOperator.on(OneOperator.ADD, profile, numbers);
    }

    /** {@code $union} into one property. */
    public static Profile union(Profile profile, String name, @Nullable Object values) {
        return OneOperator.on(OneOperator.UNION, profile, name, values);
    }

    /** {@code $union} into several properties. */
    public static Profile union(Profile profile, Map<String, ? extends @Nullable Object> lists) {
        return OneOperator.on(OneOperator.UNION, profile, lists);
    }

    /** {@code $append} to one property. */
    public static Profile append(Profile profile, String name, @Nullable Object value) {
        return OneOperator.on(OneOperator.APPEND, profile, name, value);
    }

    /** {@code $append} to several properties. */
    public static Profile append(Profile profile, Map<String, ? extends @Nullable Object> values) {
        return OneOperator.on(OneOperator.APPEND, profile, values);
    }

    /** {@code $remove} from one property; a list names several elements. */
    public static Profile remove(Profile profile, String name, @Nullable Object value) {
        return OneOperator.on(OneOperator.REMOVE, profile, name, value);
    }

    /** {@code $remove} from several properties. */
    public static Profile remove(Profile profile, Map<String, ? extends @Nullable Object> values) {
        return OneOperator.on(OneOperator.REMOVE, profile, values);
    }

    /** {@code $unset} of properties. */
    public static Profile unset(Profile profile, String... names) {
        return names.length == 1
                ? OneOperator.on(OneOperator.UNSET, profile, names[0], null)
                : OneOperator.on(OneOperator.UNSET, profile, names);
    }

    /** {@code $unset} of properties. */
    public static Profile unset(Profile profile, Collection<String> names) {
        return unset(profile, names.toArray(String[]::new));
    }

    /** {@code $delete}: returns null, which means no profile. */
    public static @Nullable Profile delete(@Nullable Profile profile) {
        return null;
    }

    /** Estimated heap in bytes, at most 2,147,483,647; names count only if over 255 UTF-16 units (not shared). */
    public long estimatedBytes() {
        int known = footprint;
        if (known == ProfileFootprint.UNKNOWN) {
            footprint = known = ProfileFootprint.of(this);
        }
        return known;
    }

    // The methods from here to content() use types of the representation, so only this module can call them.
    /** The properties as {@link #properties} returns them. */
    public ObjectValue asObject() {
        return ObjectValue.of(shape, LazyValues.slots(content));
    }

    /** Starts an update of this profile in an editor. */
    public void beginIn(ObjectEditor editor) {
        editor.begin(shape, LazyValues.slots(content));
    }

    /** The profile that an editor committed; {@code before} itself if the editor changed nothing. */
    public static Profile committed(@Nullable Profile before, ProfileId id, ObjectEditor editor) {
        if (before != null && LazyValues.slots(before.content) == editor.slots() && before.shape == editor.shape()) {
            return before;
        }
        Profile after = new Profile(id, editor.shape(), editor.slots());
        int known = before == null ? ProfileFootprint.NONE : before.footprint;
        after.footprint = ProfileFootprint.after(known, id, editor.growth());
        return after;
    }

    /** A profile of a shape and its values, one for each name in order: {@link Slots} or {@link LazyValues}. */
    public static Profile ofContent(ProfileId id, Shape shape, Object content) {
        return new Profile(id, shape, content);
    }

    public Shape shape() {
        return shape;
    }

    Object content() {
        return content;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof Profile profile
                        && id.equals(profile.id)
                        && (content == profile.content || properties().equals(profile.properties()));
    }

    @Override
    public int hashCode() {
        int known = hash;
        if (known == 0) {
            hash = known = id.hashCode() * 31 + properties().hashCode();
        }
        return known;
    }

    /** The id and the canonical text, for people. */
    @Override
    public String toString() {
        return id + " " + canonicalText();
    }
}
