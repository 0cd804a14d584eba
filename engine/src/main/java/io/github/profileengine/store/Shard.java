package io.github.profileengine.store;

import io.github.profileengine.operation.Outcome;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerSession;
import io.github.profileengine.reducer.Rejection;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.representation.Name;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.collections.api.map.MutableMap;
import org.eclipse.collections.impl.map.mutable.UnifiedMap;
import org.eclipse.collections.impl.map.strategy.mutable.UnifiedMapWithHashingStrategy;
import org.jspecify.annotations.Nullable;

/**
 * A part of the profiles under one lock: a table for each project. Readers take the lock too, for one look-up, so they
 * see a profile from between two updates and never an older one than before.
 */
final class Shard {
    private final ReentrantLock lock = new ReentrantLock();
    // By the token's name, whose hash is seeded like that of the ids.
    private final MutableMap<Name, MutableMap<ProfileId, Cell>> projects = UnifiedMap.newMap();
    private final ReducerSession session;

    Shard(Reducer reducer) {
        session = reducer.session();
    }

    /** Reduces one accepted update onto its profile and tells what is worth telling. */
    void apply(int index, Update update, BatchResult.Builder result) {
        lock.lock();
        try {
            MutableMap<ProfileId, Cell> cells =
                    projects.getIfAbsentPut(Name.of(update.target().token()), Shard::newTable);
            Cell cell = cells.getIfAbsentPut(update.target(), Cell::new);
            try {
                apply(index, update, cell, result);
            } finally {
                if (cell.profile == null) {
                    forget(update.target(), cells);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void apply(int index, Update update, Cell cell, BatchResult.Builder result) {
        if (result.wantsOutcomes()) {
            List<Outcome> outcomes = new ArrayList<>();
            cell.profile = session.reduce(cell.profile, update, outcomes);
            result.outcomes(index, List.copyOf(outcomes));
        } else {
            cell.profile = session.reduce(cell.profile, update);
        }
        Rejection rejection = session.rejection();
        if (rejection != null) {
            result.rejected(index, rejection);
        }
    }

    private static MutableMap<ProfileId, Cell> newTable() {
        return UnifiedMapWithHashingStrategy.newMap(ProfileHashing.INSTANCE);
    }

    private void forget(ProfileId id, MutableMap<ProfileId, Cell> cells) {
        cells.remove(id);
        if (cells.isEmpty()) {
            projects.remove(Name.of(id.token()));
        }
    }

    @Nullable
    Profile profile(ProfileId id) {
        lock.lock();
        try {
            MutableMap<ProfileId, Cell> cells = projects.get(Name.of(id.token()));
            Cell cell = cells == null ? null : cells.get(id);
            return cell == null ? null : cell.profile;
        } finally {
            lock.unlock();
        }
    }

    long count(String token) {
        lock.lock();
        try {
            MutableMap<ProfileId, Cell> cells = projects.get(Name.of(token));
            return cells == null ? 0 : cells.size();
        } finally {
            lock.unlock();
        }
    }

    long count() {
        lock.lock();
        try {
            return projects.sumOfInt(MutableMap::size);
        } finally {
            lock.unlock();
        }
    }

    void collectTokens(Collection<String> tokens) {
        lock.lock();
        try {
            projects.forEachKey(token -> tokens.add(token.text()));
        } finally {
            lock.unlock();
        }
    }

    void collectProfiles(String token, Collection<Profile> found) {
        lock.lock();
        try {
            MutableMap<ProfileId, Cell> cells = projects.get(Name.of(token));
            if (cells != null) {
                cells.forEachValue(cell -> found.add(Objects.requireNonNull(cell.profile)));
            }
        } finally {
            lock.unlock();
        }
    }

    void clear(String token) {
        lock.lock();
        try {
            projects.remove(Name.of(token));
        } finally {
            lock.unlock();
        }
    }
}
