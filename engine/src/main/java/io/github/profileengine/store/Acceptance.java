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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes a batch in: validates, locates, resolves aliases. Afterwards an update needs nothing but the moment of
 * acceptance, which the batch has in common: neither clock, alias table nor locator. First {@link #judge}, which calls
 * the user's locator, outside of everything; then {@link #resolve}, inside the gate. For one batch and one thread.
 */
final class Acceptance {
    private final Reducer reducer;
    private final Locator locator;
    private final Instant now;
    private final Batch batch;
    // The batch's own until one of them differs.
    private @Nullable Update[] accepted;
    // By index. None of these is made before there is something to hold.
    private @Nullable ResolvedLocation @Nullable [] locations;
    private List<Alias> mapped = List.of();
    private List<Rule> refused = List.of();

    Acceptance(Reducer reducer, Locator locator, Instant now, Batch batch) {
        this.reducer = reducer;
        this.locator = locator;
        this.now = now;
        this.batch = batch;
        this.accepted = batch.updates();
    }

    /** Validates and locates every update; those that fail go to the result. */
    void judge(BatchResult.Builder result) {
        for (int index = 0; index < accepted.length; index++) {
            Update update = accepted[index];
            if (update != null && !update.isAccepted()) {
                // Others are judged and located already: a replay needs neither options nor a locator.
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

    /** Resolves the updates through a table that the batch's own entries extend in order; answers it as it is then. */
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

    // Most are as they came: what has no time of its own is of the moment of acceptance, which is the same for all.
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
     * The updates by index, null for what failed and for alias calls; not to be changed. Each has the target and
     * location that were found for it; one without a time is of the moment of {@link #acceptedAt}.
     */
    @Nullable
    Update[] accepted() {
        return accepted;
    }

    /** When the batch was accepted. */
    Instant acceptedAt() {
        return now;
    }

    /** The rules by which updates failed before any shard saw them. */
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
