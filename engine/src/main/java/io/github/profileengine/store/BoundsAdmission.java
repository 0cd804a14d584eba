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
 * Keeps {@link EngineBounds}: counts profiles and bytes of the engine and of each project, and refuses new profiles
 * where there is no room. A project is known while it has profiles, so that tokens without end leave nothing behind.
 * Safe for every thread.
 */
final class BoundsAdmission implements Admission {
    // A quota with its two numbers, and its entry in the map; the map's table is two thirds full.
    private static final long HEAP_BYTES_A_PROJECT = 40 + 2 * 24 + 32 + 6;

    private static final int SHORT_TOKEN = 64;

    private final EngineBounds bounds;
    private final Quota engine;
    private final ConcurrentHashMap<String, Quota> projects = new ConcurrentHashMap<>();

    BoundsAdmission(EngineBounds bounds) {
        this.bounds = bounds;
        this.engine = new Quota(bounds.maxProfiles(), bounds.maxBytes(), null);
    }

    // One at a time: a place that is taken and given back again must not make somebody else be refused.
    @Override
    public synchronized @Nullable Rejection admit(ProfileId fresh) {
        Rejection refusal = engine.refusal();
        Quota project = projects.get(fresh.token());
        if (refusal == null && project != null) {
            refusal = project.refusal();
        }
        return refusal == null ? letIn(fresh) : refusal;
    }

    /** Gives a new profile its place, whether there is room or not. Answers null, as {@link #admit} then does. */
    synchronized @Nullable Rejection letIn(ProfileId fresh) {
        Quota project = known(fresh.token());
        // Nothing fails from here on: a place that is taken is one that somebody has.
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

    /** Lets everybody in, room or not. */
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

    // Of a project, with a token that is no small part of it.
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
            // It may be there all the same.
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
     * Whether one of these updates may be refused, as long as no other batch adds anything. Then they must be applied
     * in list order: grouped by shard, a later one could take the place of an earlier one, and who is refused would
     * depend on the number of shards.
     *
     * @param accepted null for what is no update
     */
    boolean mayRefuse(@Nullable Update[] accepted) {
        return engine.profiles() + accepted.length > Math.min(bounds.maxProfiles(), bounds.maxProjectProfiles())
                || mayReachBytes(accepted);
    }

    // True too often rather than too seldom: as if all that there is were of one project, and that of this batch.
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
     * Counts what an accepted update did to a profile; a new one has taken its place already.
     *
     * @param grown by how many bytes it grew
     * @param gone whether it was taken away
     */
    void count(ProfileId id, long grown, boolean gone) {
        String token = id.token();
        engine.grow(grown);
        // It may be unknown if there was no memory to count what was restored.
        Quota project = known(token);
        project.grow(grown);
        if (gone) {
            leave(token, project);
        }
    }

    /** Counts that a project has no profiles any more. Only while nobody writes. */
    synchronized void forget(String token) {
        Quota project = projects.remove(token);
        if (project != null) {
            engine.add(-project.profiles(), -project.bytes() - bytesOf(token));
        }
    }

    /** The heap of what is counted by project. */
    long heapBytes() {
        return (long) projects.size() * HEAP_BYTES_A_PROJECT;
    }

    /** Counts again what tables hold. Only while nobody writes. */
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

    /** How many projects are known, which are those that have profiles. */
    int projects() {
        return projects.size();
    }
}
