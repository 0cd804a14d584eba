package io.github.profileengine.store;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.MostGrowth;
import io.github.profileengine.reducer.Rejection;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.representation.Footprint;
import io.github.profileengine.table.Admission;
import io.github.profileengine.table.TableReads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Enforces {@link EngineBounds}: counts the profiles and bytes of the engine and of each project, and rejects new
 * profiles where there is no room. A project is known only while it has profiles, so any number of tokens leaves
 * nothing behind. Thread-safe.
 */
final class BoundsAdmission implements Admission {
    // A quota with its two counters, its entry in the map, and its share of the map's table, which is two thirds full.
    private static final long HEAP_BYTES_A_PROJECT = 40 + 2 * 24 + 32 + 6;

    private static final int SHORT_TOKEN = 64;

    private final EngineBounds bounds;
    private final Quota engine;
    private final ConcurrentHashMap<String, Quota> projects = new ConcurrentHashMap<>();

    BoundsAdmission(EngineBounds bounds) {
        this.bounds = bounds;
        this.engine = new Quota(bounds.maxProfiles(), bounds.maxBytes(), null);
    }

    // Synchronized, so that the check and the taking of a place are one step. If a place were taken and given back
    // again, another call could be rejected in between.
    @Override
    public synchronized @Nullable Rejection admit(ProfileId fresh) {
        Rejection refusal = engine.refusal();
        Quota project = projects.get(fresh.token());
        if (refusal == null && project != null) {
            refusal = project.refusal();
        }
        return refusal == null ? letIn(fresh) : refusal;
    }

    /**
     * Takes a place for a new profile, whether there is room or not. Returns null, as {@link #admit} does if it admits.
     */
    synchronized @Nullable Rejection letIn(ProfileId fresh) {
        Quota project = known(fresh.token());
        // Nothing fails from here on, so every place that is taken belongs to a profile.
        engine.enter();
        project.enter();
        return null;
    }

    @Override
    public void withdraw(ProfileId fresh) {
        Quota project = projects.get(fresh.token());
        assert project != null : fresh;
        leave(fresh.token(), project);
    }

    /** An admission that takes a place for every new profile, whether there is room or not. */
    Admission lettingIn() {
        return new Admission() {
            @Override
            public @Nullable Rejection admit(ProfileId fresh) {
                return letIn(fresh);
            }

            @Override
            public void withdraw(ProfileId fresh) {
                BoundsAdmission.this.withdraw(fresh);
            }
        };
    }

    // The bytes that a project counts beside its profiles. The token adds to them only if it is long.
    private static long bytesOf(String token) {
        return (long) EngineBounds.PROJECT_BYTES + (token.length() > SHORT_TOKEN ? Footprint.ofText(token) : 0);
    }

    private Quota known(String token) {
        Quota known = projects.get(token);
        return known == null ? opened(token) : known;
    }

    private synchronized Quota opened(String token) {
        Quota meanwhile = projects.get(token);
        if (meanwhile != null) {
            return meanwhile;
        }
        Quota opened = new Quota(bounds.maxProjectProfiles(), bounds.maxProjectBytes(), token);
        try {
            projects.put(token, opened);
        } catch (VirtualMachineError full) {
            // The map may contain the entry in spite of the error.
            projects.remove(token);
            throw full;
        }
        engine.grow(bytesOf(token));
        return opened;
    }

    private synchronized void leave(String token, Quota project) {
        engine.leave();
        if (project.leave() == 0) {
            projects.remove(token);
            engine.grow(-bytesOf(token));
        }
    }

    /**
     * Whether an update of this batch may be rejected for a bound, as long as no other batch adds anything. If so, the
     * batch must be applied in list order. If it were grouped by shard, a later update could take the place of an
     * earlier one, and the number of shards would decide which updates are rejected.
     *
     * @param accepted the updates by index, null where there is none
     */
    boolean mayRefuse(@Nullable Update[] accepted) {
        return engine.profiles() + accepted.length > Math.min(bounds.maxProfiles(), bounds.maxProjectProfiles())
                || mayReachBytes(accepted);
    }

    // Returns true too often rather than too seldom: it counts as if all profiles, and all updates of this batch,
    // belonged to one project.
    private boolean mayReachBytes(@Nullable Update[] accepted) {
        long bound = Math.min(bounds.maxBytes(), bounds.maxProjectBytes());
        if (bound == Long.MAX_VALUE) {
            return false;
        }
        long bytes = engine.bytes();
        for (int at = 0; at < accepted.length && bytes < bound; at++) {
            Update update = accepted[at];
            bytes += update == null ? 0 : bytesOf(update.target().token()) + MostGrowth.of(update);
        }
        return bytes >= bound;
    }

    /**
     * Counts what an accepted update did to a profile. A new profile has already taken its place.
     *
     * @param grown by how many bytes the profile grew
     * @param gone whether the profile was deleted
     */
    void count(ProfileId id, long grown, boolean gone) {
        String token = id.token();
        engine.grow(grown);
        // It may be unknown if memory ran out while restored content was counted.
        Quota project = known(token);
        project.grow(grown);
        if (gone) {
            leave(token, project);
        }
    }

    /** Removes a project, whose profiles are gone, from the counts. Only while nobody writes. */
    synchronized void forget(String token) {
        Quota project = projects.remove(token);
        if (project != null) {
            engine.add(-project.profiles(), -project.bytes() - bytesOf(token));
        }
    }

    /** The heap that the counts by project take. */
    long heapBytes() {
        return (long) projects.size() * HEAP_BYTES_A_PROJECT;
    }

    /** Counts the content of the tables anew. Only while nobody writes. */
    synchronized void recount(List<? extends TableReads> tables) {
        projects.clear();
        engine.set(0, 0);
        for (TableReads table : tables) {
            List<String> tokens = new ArrayList<>();
            table.collectTokens(tokens);
            for (String token : tokens) {
                engine.add(table.count(token), table.bytes(token));
                known(token).add(table.count(token), table.bytes(token));
            }
        }
    }

    /** How many projects are known: those that have profiles. */
    int projects() {
        return projects.size();
    }
}
