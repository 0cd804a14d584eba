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
 * A target, one or more operations, and what the record says about time, place and identity. Immutable.
 *
 * <p>An update is built as it came. For recordings and subscribers, which keep updates, the engine makes an
 * {@linkplain #accepted accepted} one. That holds all that a replay needs: the resolved id, the time and the location.
 */
public final class Update {
    private final ProfileId target;
    // Most updates have one operation. In a field of its own it is nearer than in an array.
    private final Operation first;
    private final Operation[] later;
    private final @Nullable Instant time;
    private final Whereabouts whereabouts;
    private final boolean ignoreTime;
    private final boolean ignoreAlias;
    private final boolean accepted;

    /** Keeps {@code later}, the operations after the first, without a copy. */
    Update(UpdateBuilder builder, Operation first, Operation[] later, @Nullable String ip) {
        this.target = builder.target;
        this.first = first;
        this.later = later;
        this.time = builder.time;
        this.whereabouts = Whereabouts.of(ip, builder.coordinates);
        this.ignoreTime = builder.ignoreTime;
        this.ignoreAlias = builder.ignoreAlias;
        this.accepted = false;
    }

    private Update(
            Update original, ProfileId target, @Nullable Instant time, Whereabouts whereabouts, boolean accepted) {
        this.target = target;
        this.first = original.first;
        this.later = original.later;
        this.time = time;
        this.whereabouts = whereabouts;
        this.ignoreTime = original.ignoreTime;
        this.ignoreAlias = original.ignoreAlias;
        this.accepted = accepted;
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
        Operation[] all = new Operation[1 + later.length];
        all[0] = first;
        System.arraycopy(later, 0, all, 1, later.length);
        return List.of(all);
    }

    /** The first of the {@link #operations()}. */
    public Operation firstOperation() {
        return first;
    }

    // The operations after the first, not to be changed. An array and not a list, because every update asks for it.
    Operation[] laterOperations() {
        return later;
    }

    /** When the update happened; empty means the time of its acceptance. */
    public Optional<Instant> time() {
        return Optional.ofNullable(time);
    }

    /** Whether {@code $last_seen} stays unchanged. */
    public boolean ignoreTime() {
        return ignoreTime;
    }

    /** Whether the distinct id is taken literally, even if it is an alias. */
    public boolean ignoreAlias() {
        return ignoreAlias;
    }

    /** The address to locate; {@code "0"} if the update says that there is none; empty if it says nothing. */
    public Optional<String> ip() {
        return Optional.ofNullable(whereabouts.ip());
    }

    /** The coordinates to locate. */
    public Optional<Coordinates> coordinates() {
        return Optional.ofNullable(whereabouts.coordinates());
    }

    /** The location found at acceptance. */
    public Optional<ResolvedLocation> location() {
        return Optional.ofNullable(whereabouts.location());
    }

    /** Whether this is the form that holds the results of acceptance; strict rules are not checked again for it. */
    public boolean isAccepted() {
        return accepted;
    }

    /**
     * The update as an engine accepts it.
     *
     * @param resolved the target after following aliases
     * @param at the update's own time, or else that of the clock
     * @param found the location, or null if there is none
     * @throws IllegalArgumentException if the resolved target is of another project or kind, or if the time is outside
     *     the years 0000 to 9999
     */
    public Update accepted(ProfileId resolved, Instant at, @Nullable ResolvedLocation found) {
        if (resolved != target && !target.withId(resolved.id()).equals(resolved)) {
            throw new IllegalArgumentException(target + " cannot resolve to " + resolved);
        }
        UpdateTime.requireInRange(at);
        return new Update(this, resolved, at, whereabouts.located(found), true);
    }

    /**
     * This update with the address from which its request came. The address counts only if the update itself says
     * nothing about one; otherwise, or if the text is not an address, this is the same instance. As
     * {@link UpdateBuilder#requestIp}.
     */
    public Update withRequestIp(String address) {
        Whereabouts told = whereabouts.withRequestIp(UpdateIp.of(address));
        return told == whereabouts ? this : new Update(this, target, time, told, accepted);
    }

    /** Whether it holds an operation of this operator. */
    public boolean has(Operator operator) {
        return operation(operator) != null;
    }

    // Not an Optional, because every update asks for it.
    @Nullable
    Instant timeOrNull() {
        return time;
    }

    @Nullable
    ResolvedLocation locationOrNull() {
        return whereabouts.location();
    }

    @Nullable
    Operation operation(Operator operator) {
        return first.operator() == operator ? first : OperatorOrder.find(later, operator);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Update update
                && target.equals(update.target)
                && first.equals(update.first)
                && Arrays.equals(later, update.later)
                && Objects.equals(time, update.time)
                && whereabouts.equals(update.whereabouts)
                && ignoreTime == update.ignoreTime
                && ignoreAlias == update.ignoreAlias
                && accepted == update.accepted;
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                target, first, Arrays.hashCode(later), time, whereabouts, ignoreTime, ignoreAlias, accepted);
    }

    @Override
    public String toString() {
        return target + " " + operations() + (time == null ? "" : " at " + time);
    }
}
