package io.github.profileengine.store;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.reducer.Rejection;
import io.github.profileengine.table.Admission;
import io.github.profileengine.table.TableReads;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Keeps {@link EngineBounds}: counts profiles and bytes of the engine and of each project, and refuses new profiles
 * where there is no room. A project is known while it has profiles, so that tokens without end leave nothing behind.
 * Safe for every thread.
 */
final class Doorkeeper implements Admission {
    private final EngineBounds bounds;
    private final Quota engine;
    private final ConcurrentHashMap<String, Quota> projects = new ConcurrentHashMap<>();

    Doorkeeper(EngineBounds bounds) {
        this.bounds = bounds;
        this.engine = new Quota(bounds.maxProfiles(), bounds.maxBytes(), null);
    }

    @Override
    public @Nullable Rejection refusal(Profile fresh) {
        String token = fresh.id().token();
        Rejection refusal = engine.refusal(engine.enter());
        if (refusal != null) {
            engine.leave();
            return refusal;
        }
        refusal = enter(token);
        if (refusal != null) {
            leave(token);
        }
        return refusal;
    }

    /** Gives a new profile its place, whether there is room or not. */
    @Nullable
    Rejection letIn(Profile fresh) {
        engine.enter();
        enter(fresh.id().token());
        return null;
    }

    // Under the lock of the token's entry, so that nobody enters a project that is being forgotten.
    private @Nullable Rejection enter(String token) {
        long[] place = new long[1];
        Quota entered = projects.compute(token, (name, known) -> {
            Quota project = known == null ? opened(name) : known;
            place[0] = project.enter();
            return project;
        });
        return entered.refusal(place[0]);
    }

    private Quota opened(String token) {
        engine.grow(EngineBounds.PROJECT_BYTES);
        return new Quota(bounds.maxProjectProfiles(), bounds.maxProjectBytes(), token);
    }

    private void leave(String token) {
        engine.leave();
        projects.computeIfPresent(token, (name, project) -> {
            if (project.leave() > 0) {
                return project;
            }
            engine.grow(-EngineBounds.PROJECT_BYTES);
            return null;
        });
    }

    /**
     * Whether one of so many updates may be refused. Then they must be applied in list order: grouped by shard, a later
     * one could take the place of an earlier one, and who is refused would depend on the number of shards.
     */
    boolean mayRefuse(int updates) {
        return Math.min(bounds.maxBytes(), bounds.maxProjectBytes()) < Long.MAX_VALUE
                || engine.profiles() + updates > Math.min(bounds.maxProfiles(), bounds.maxProjectProfiles());
    }

    /** Counts what an accepted update did; a new profile has taken its place already. */
    void count(@Nullable Profile before, @Nullable Profile after) {
        Profile known = after == null ? before : after;
        if (known == null) {
            return;
        }
        String token = known.id().token();
        long grown = (after == null ? 0 : after.estimatedBytes()) - (before == null ? 0 : before.estimatedBytes());
        engine.grow(grown);
        Quota project = projects.get(token);
        assert project != null : token;
        project.grow(grown);
        if (after == null) {
            leave(token);
        }
    }

    /** Counts again what tables hold. Only while nobody writes. */
    void recount(List<? extends TableReads> tables) {
        projects.clear();
        Collection<String> tokens = new TreeSet<>();
        tables.forEach(table -> table.collectTokens(tokens));
        for (String token : tokens) {
            Quota project = opened(token);
            project.set(sum(tables, table -> table.count(token)), sum(tables, table -> table.bytes(token)));
            projects.put(token, project);
        }
        long ofProjects = tokens.size() * (long) EngineBounds.PROJECT_BYTES;
        engine.set(sum(tables, TableReads::count), sum(tables, TableReads::bytes) + ofProjects);
    }

    private static long sum(List<? extends TableReads> tables, ToLongFunction<TableReads> count) {
        return tables.stream().mapToLong(count).sum();
    }

    /** How many projects are known, which are those that have profiles. */
    int projects() {
        return projects.size();
    }
}
