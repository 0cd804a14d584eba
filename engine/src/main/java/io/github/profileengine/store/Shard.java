package io.github.profileengine.store;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.Reduction;
import io.github.profileengine.reducer.Update;
import java.util.Collection;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.collections.api.map.MutableMap;
import org.eclipse.collections.impl.map.mutable.UnifiedMap;
import org.eclipse.collections.impl.map.strategy.mutable.UnifiedMapWithHashingStrategy;
import org.jspecify.annotations.Nullable;

/**
 * A part of the profiles under one lock: a table for each project. Readers take the lock too, for one look-up, so they see a
 * profile from between two updates and never an older one than before.
 */
final class Shard {
    private final ReentrantLock lock = new ReentrantLock();
    private final MutableMap<String, MutableMap<ProfileId, Profile>> projects = UnifiedMap.newMap();

    /** Reduces one accepted update onto its profile. */
    Reduction apply(Reducer reducer, Update update) {
        ProfileId id = update.target();
        lock.lock();
        try {
            MutableMap<ProfileId, Profile> profiles = projects.get(id.token());
            Profile before = profiles == null ? null : profiles.get(id);
            Reduction reduction = reducer.reduce(before, update);
            if (reduction.after() != before) {
                store(id, profiles, reduction.after());
            }
            return reduction;
        } finally {
            lock.unlock();
        }
    }

    private void store(ProfileId id, @Nullable MutableMap<ProfileId, Profile> known, @Nullable Profile after) {
        MutableMap<ProfileId, Profile> profiles = known;
        if (profiles == null) {
            profiles = UnifiedMapWithHashingStrategy.newMap(ProfileHashing.INSTANCE);
            projects.put(id.token(), profiles);
        }
        if (after != null) {
            profiles.put(id, after);
        } else {
            profiles.remove(id);
            if (profiles.isEmpty()) {
                projects.remove(id.token());
            }
        }
    }

    @Nullable
    Profile profile(ProfileId id) {
        lock.lock();
        try {
            MutableMap<ProfileId, Profile> profiles = projects.get(id.token());
            return profiles == null ? null : profiles.get(id);
        } finally {
            lock.unlock();
        }
    }

    long count(String token) {
        lock.lock();
        try {
            MutableMap<ProfileId, Profile> profiles = projects.get(token);
            return profiles == null ? 0 : profiles.size();
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
            tokens.addAll(projects.keySet());
        } finally {
            lock.unlock();
        }
    }

    void collectProfiles(String token, Collection<Profile> found) {
        lock.lock();
        try {
            MutableMap<ProfileId, Profile> profiles = projects.get(token);
            if (profiles != null) {
                found.addAll(profiles.values());
            }
        } finally {
            lock.unlock();
        }
    }

    void clear(String token) {
        lock.lock();
        try {
            projects.remove(token);
        } finally {
            lock.unlock();
        }
    }
}
