package io.github.profileengine.store;

import io.github.profileengine.identity.AliasResult;
import io.github.profileengine.identity.AliasTable;
import io.github.profileengine.location.IpAddress;
import io.github.profileengine.location.Location;
import io.github.profileengine.location.Locator;
import io.github.profileengine.operation.Operator;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.Rejection;
import io.github.profileengine.reducer.ResolvedLocation;
import io.github.profileengine.reducer.Update;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes a batch in, entry by entry: validate, resolve the alias, fix the time, locate. Afterwards an update needs
 * neither clock, alias table nor locator. For one batch and one thread.
 */
final class Acceptance {
    private final Reducer reducer;
    private final Locator locator;
    private final Instant now;
    private AliasTable aliases;

    Acceptance(Reducer reducer, Locator locator, Instant now, AliasTable aliases) {
        this.reducer = reducer;
        this.locator = locator;
        this.now = now;
        this.aliases = aliases;
    }

    /** The alias table with the batch's own entries so far. */
    AliasTable aliases() {
        return aliases;
    }

    AliasResult accept(BatchEntry.Aliasing call) {
        AliasResult result = aliases.check(call.token(), call.alias(), call.id());
        aliases = aliases.with(call.token(), call.alias(), call.id());
        return result;
    }

    /** The update in its accepted form, or null if it failed, which {@code result} then holds. */
    @Nullable
    Update accept(int index, Update update, BatchResult.Builder result) {
        Rejection broken = reducer.validate(update).orElse(null);
        if (broken != null) {
            result.rejected(index, broken);
            return null;
        }
        for (Rejection warning : reducer.warnings(update)) {
            result.warned(index, warning);
        }
        return update.accepted(target(update), update.time().orElse(now), location(update));
    }

    private ProfileId target(Update update) {
        ProfileId target = update.target();
        if (target.isGroup() || update.ignoreAlias()) {
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
        return found.map(location -> new ResolvedLocation(location, fromCoordinates))
                .orElse(null);
    }
}
