package io.github.profileengine.store;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.reducer.Rejection;
import io.github.profileengine.table.Admission;
import io.github.profileengine.table.TableReads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps {@link EngineBounds}: counts profiles and bytes of the engine and of each project, and refuses new profiles
 * where there is no room. Safe for every thread.
 */
final class Doorkeeper implements Admission {
    private final EngineBounds bounds;
    private final Quota engine;
    private final ConcurrentHashMap<String, Quota> projects = new ConcurrentHashMap<>();

    Doorkeeper(EngineBounds bounds) {
        this.bounds = bounds;
        this.engine = new Quota(bounds.maxProfiles(), bounds.maxBytes(), "the engine");
    }

    @Override
    public @Nullable Rejection refusal(Profile fresh) {
        Rejection refusal = engine.take();
        if (refusal == null) {
            refusal = project(fresh.id().token()).take();
            if (refusal != null) {
                engine.giveBack();
            }
        }
        return refusal;
    }

    private Quota project(String token) {
        return projects.computeIfAbsent(
                token,
                name -> new Quota(bounds.maxProjectProfiles(), bounds.maxProjectBytes(), "project \"" + name + "\""));
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
        Quota project = project(known.id().token());
        long grown = (after == null ? 0 : after.estimatedBytes()) - (before == null ? 0 : before.estimatedBytes());
        engine.grow(grown);
        project.grow(grown);
        if (after == null) {
            engine.giveBack();
            project.giveBack();
        }
    }

    /** Counts again what tables hold. Only while nobody writes. */
    void recount(List<? extends TableReads> tables) {
        projects.clear();
        engine.set(
                tables.stream().mapToLong(TableReads::count).sum(),
                tables.stream().mapToLong(TableReads::bytes).sum());
        for (TableReads table : tables) {
            List<String> tokens = new ArrayList<>();
            table.collectTokens(tokens);
            tokens.forEach(token -> project(token).add(table.count(token), table.bytes(token)));
        }
    }
}
