package io.github.profileengine.reducer;

import io.github.profileengine.location.Coordinates;
import io.github.profileengine.operation.Operation;
import io.github.profileengine.operation.Operator;
import io.github.profileengine.profile.ProfileId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A target, one or more operations, and what the record says of time, place and identity. Immutable.
 *
 * <p>An update is built as it came; the engine makes an {@linkplain #accepted accepted} one of it for whoever keeps it,
 * which holds all that a replay needs: the resolved id, the time and the location.
 */
public final class Update {
    private final ProfileId target;
    private final Operation[] operations;
    private final @Nullable Instant time;
    private final boolean ignoreTime;
    private final boolean ignoreAlias;
    private final @Nullable String ip;
    private final @Nullable Coordinates coordinates;
    private final @Nullable ResolvedLocation location;
    private final boolean accepted;

    /** Takes the array over. */
    Update(UpdateBuilder builder, Operation[] operations, @Nullable String ip) {
        this.target = builder.target;
        this.operations = operations;
        this.time = builder.time;
        this.ignoreTime = builder.ignoreTime;
        this.ignoreAlias = builder.ignoreAlias;
        this.ip = ip;
        this.coordinates = builder.coordinates;
        this.location = null;
        this.accepted = false;
    }

    private Update(Update original, ProfileId target, Instant time, @Nullable ResolvedLocation location) {
        this.target = target;
        this.operations = original.operations;
        this.time = time;
        this.ignoreTime = original.ignoreTime;
        this.ignoreAlias = original.ignoreAlias;
        this.ip = original.ip;
        this.coordinates = original.coordinates;
        this.location = location;
        this.accepted = true;
    }

    /** Starts an update of a profile. */
    public static UpdateBuilder of(ProfileId target) {
        return new UpdateBuilder(target);
    }

    public ProfileId target() {
        return target;
    }

    /** The operations in the order in which they apply, at least one, at most one of each operator. */
    public List<Operation> operations() {
        return List.of(operations);
    }

    /** The first of the {@link #operations()}. */
    public Operation firstOperation() {
        return operations[0];
    }

    // In their order and not to be changed. Without a list: each update asks.
    Operation[] operationArray() {
        return operations;
    }

    /** When the update happened; empty means the time of its acceptance. */
    public Optional<Instant> time() {
        return Optional.ofNullable(time);
    }

    /** Whether {@code $last_seen} is left alone. */
    public boolean ignoreTime() {
        return ignoreTime;
    }

    /** Whether the distinct id is taken literally, be it an alias or not. */
    public boolean ignoreAlias() {
        return ignoreAlias;
    }

    /** The address to locate; {@code "0"} if the update says that there is none; empty if it says nothing. */
    public Optional<String> ip() {
        return Optional.ofNullable(ip);
    }

    /** The coordinates to locate. */
    public Optional<Coordinates> coordinates() {
        return Optional.ofNullable(coordinates);
    }

    /** The location found at acceptance. */
    public Optional<ResolvedLocation> location() {
        return Optional.ofNullable(location);
    }

    /** Whether this is the form that holds what acceptance found; strict rules are not asked of it again. */
    public boolean isAccepted() {
        return accepted;
    }

    /**
     * The update as an engine accepts it.
     *
     * @param resolved the target after following aliases
     * @param at the update's own time, else the clock's
     * @param found the location, or null if there is none
     * @throws IllegalArgumentException if the resolved target is of another project or kind, or the time outside the
     *     years 0000 to 9999
     */
    public Update accepted(ProfileId resolved, Instant at, @Nullable ResolvedLocation found) {
        if (resolved != target && !target.withId(resolved.id()).equals(resolved)) {
            throw new IllegalArgumentException(target + " cannot resolve to " + resolved);
        }
        RecordTime.requireInRange(at);
        return new Update(this, resolved, at, found);
    }

    /** Whether it holds an operation of this operator. */
    public boolean has(Operator operator) {
        return operation(operator) != null;
    }

    // Without an Optional: each update asks.
    @Nullable
    Instant timeOrNull() {
        return time;
    }

    @Nullable
    ResolvedLocation locationOrNull() {
        return location;
    }

    @Nullable
    Operation operation(Operator operator) {
        for (Operation operation : operations) {
            if (operation.operator() == operator) {
                return operation;
            }
        }
        return null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Update update
                && target.equals(update.target)
                && Arrays.equals(operations, update.operations)
                && Objects.equals(time, update.time)
                && ignoreTime == update.ignoreTime
                && ignoreAlias == update.ignoreAlias
                && Objects.equals(ip, update.ip)
                && Objects.equals(coordinates, update.coordinates)
                && Objects.equals(location, update.location)
                && accepted == update.accepted;
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                target,
                Arrays.hashCode(operations),
                time,
                ignoreTime,
                ignoreAlias,
                ip,
                coordinates,
                location,
                accepted);
    }

    @Override
    public String toString() {
        return target + " " + Arrays.toString(operations) + (time == null ? "" : " at " + time);
    }
}
