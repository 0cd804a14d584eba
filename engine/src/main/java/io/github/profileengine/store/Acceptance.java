package io.github.profileengine.store;

import io.github.profileengine.identity.Alias;
import io.github.profileengine.identity.AliasTable;
import io.github.profileengine.location.IpAddress;
import io.github.profileengine.location.Location;
import io.github.profileengine.location.Locator;
import io.github.profileengine.operation.Operator;
import io.github.profileengine.operation.Rule;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.Rejection;
import io.github.profileengine.reducer.ResolvedLocation;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.reducer.UpdateWarning;
import io.github.profileengine.representation.UtcSecond;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes a batch in: validates its updates, finds their locations and resolves aliases. After that, an update needs no
 * clock, alias table or locator. It needs only the moment of acceptance, which the whole batch shares. {@link #judge}
 * comes first, outside the gate and all locks, because it calls the user's locator; then {@link #resolve}, inside the
 * gate. For one batch and one thread.
 */
final class Acceptance {
    private final Reducer reducer;
    private final Locator locator;
    private final Instant now;
    private final Batch batch;
    // The array of the batch itself; a copy once an entry differs.
    private @Nullable Update[] accepted;
    // Locations by index. This array and the two lists below are created only when they have something to hold.
    private @Nullable ResolvedLocation @Nullable [] locations;
    private List<Alias> mapped = List.of();
    private List<Rule> refused = List.of();

    /**
     * Reads the clock, except for a batch from a log, whose updates all have a time.
     *
     * @throws IllegalStateException if the clock is outside the years 0000 to 9999
     */
    Acceptance(Reducer reducer, Locator locator, InstantSource clock, Batch batch) {
        this.reducer = reducer;
        this.locator = locator;
        this.now = batch.isReplayed() ? Replay.ANY_MOMENT : read(clock);
        this.batch = batch;
        this.accepted = batch.updates();
    }

    private static Instant read(InstantSource clock) {
        Instant now = clock.instant();
        if (!UtcSecond.isInRange(now)) {
            throw new IllegalStateException("the clock shows " + now + ", outside the years 0000 to 9999");
        }
        return now;
    }

    /** Validates every update and finds its location; rejected updates go to the result. */
    void judge(BatchResult.Builder result) {
        for (int index = 0; index < accepted.length; index++) {
            Update update = accepted[index];
            if (update != null && !update.isAccepted()) {
                // An accepted update, for example from a log, was judged
                // before: a replay needs neither options nor a locator.
                judge(index, update, result);
            }
        }
    }

    private void judge(int index, Update update, BatchResult.Builder result) {
        Rejection broken = reducer.validate(update).orElse(null);
        if (broken != null) {
            result.rejected(index, broken);
            refused = refused.isEmpty() ? new ArrayList<>() : refused;
            refused.add(broken.rule());
            put(index, null);
            return;
        }
        for (UpdateWarning warning : reducer.warnings(update)) {
            result.warned(index, warning);
        }
        ResolvedLocation found = location(update);
        if (found != null) {
            locations = locations == null ? new ResolvedLocation[accepted.length] : locations;
            locations[index] = found;
        }
    }

    private void put(int index, @Nullable Update update) {
        accepted = accepted == batch.updates() ? accepted.clone() : accepted;
        accepted[index] = update;
    }

    /**
     * Resolves the targets of the updates in order. An alias call of the batch counts for the updates after it. Returns
     * the alias table after the last entry.
     */
    AliasTable resolve(AliasTable before, BatchResult.Builder result) {
        AliasTable aliases = before;
        for (int index = 0; index < accepted.length; index++) {
            Update update = accepted[index];
            if (update != null) {
                resolve(index, update, target(update, aliases));
            } else if (batch.hasAliases()) {
                aliases = map(index, aliases, result);
            }
        }
        return aliases;
    }

    // Most updates stay as they came. This includes updates without
    // a time: theirs is the moment of acceptance of the batch.
    private void resolve(int index, Update update, ProfileId target) {
        ResolvedLocation found = locations == null ? null : locations[index];
        if (found != null || target != update.target()) {
            put(index, update.accepted(target, update.time().orElse(now), found));
        }
    }

    private AliasTable map(int index, AliasTable aliases, BatchResult.Builder result) {
        AliasCall call = batch.aliasCall(index);
        if (call == null) {
            return aliases;
        }
        AliasTable with = aliases.with(call.token(), call.alias(), call.id());
        result.aliased(index, aliases.check(call.token(), call.alias(), call.id()));
        if (with != aliases) {
            mapped = mapped.isEmpty() ? new ArrayList<>() : mapped;
            mapped.add(new Alias(call.token(), call.alias(), call.id()));
        }
        return with;
    }

    /**
     * The updates by index, null for rejected updates and alias calls; not to be changed. Each has its resolved target
     * and its location. An update without a time has that of {@link #acceptedAt}.
     */
    @Nullable
    Update[] accepted() {
        return accepted;
    }

    /** When the batch was accepted. */
    Instant acceptedAt() {
        return now;
    }

    /** The rules that rejected updates before any shard saw them. */
    List<Rule> refused() {
        return refused;
    }

    /** The batch's own aliases that were mapped, in order. */
    List<Alias> mapped() {
        return mapped;
    }

    private static ProfileId target(Update update, AliasTable aliases) {
        ProfileId target = update.target();
        if (target.isGroup() || update.ignoreAlias() || update.isAccepted()) {
            return target;
        }
        return target.withId(aliases.resolve(target.token(), target.id()));
    }

    private @Nullable ResolvedLocation location(Update update) {
        boolean fromCoordinates = update.coordinates().isPresent();
        boolean named = fromCoordinates || update.ip().isPresent();
        if (!named || !update.has(Operator.SET) && !update.has(Operator.SET_ONCE)) {
            return null;
        }
        Optional<Location> found = fromCoordinates
                ? update.coordinates().flatMap(locator::locate)
                : update.ip().flatMap(IpAddress::parse).flatMap(locator::locate);
        return found.filter(location -> !location.isUnknown())
                .map(location -> new ResolvedLocation(location, fromCoordinates))
                .orElse(null);
    }
}
