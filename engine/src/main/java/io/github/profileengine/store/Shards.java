package io.github.profileengine.store;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.table.Admission;
import io.github.profileengine.table.FrozenTable;
import io.github.profileengine.table.ProfileTable;
import io.github.profileengine.table.ReadPass;
import io.github.profileengine.table.TableStep;
import io.github.profileengine.table.TouchPass;
import io.github.profileengine.value.CanonicalText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All shards of an engine, by number. */
final class Shards {
    // With fewer profiles, prefetching ("touching") gains less than the pass costs.
    private static final int TOUCHED_FROM = 8;
    private static final int TOUCHED_AT_ONCE = 256;
    // The order of a batch of one, which thus needs no array of its own; only read.
    private static final int[] FIRST = {0};

    private final Reducer reducer;
    private final StoreParts parts;
    private final @Nullable BoundsAdmission boundsAdmission;
    private final Shard[] shards;

    Shards(ProfileEngineBuilder builder, Reducer reducer, WriteListeners listeners) {
        this.reducer = reducer;
        this.parts = builder.parts;
        this.boundsAdmission = builder.bounds.equals(EngineBounds.OFF) ? null : new BoundsAdmission(builder.bounds);
        this.shards = new Shard[builder.shards];
        List<ProfileTable> tables = tables(builder.state, shards.length);
        for (int at = 0; at < shards.length; at++) {
            shards[at] = new Shard(at, parts.lock().get(), tables.get(at), boundsAdmission, listeners);
        }
        recount();
    }

    // A state with as many shards of the same kind is shared.
    // Profiles of any other state are distributed to shards anew.
    private List<ProfileTable> tables(@Nullable Snapshot state, int count) {
        List<ProfileTable> tables =
                Stream.generate(() -> parts.table().apply(reducer)).limit(count).toList();
        if (state == null) {
            return tables;
        }
        if (state.shards().size() == count) {
            List<ProfileTable> thawed =
                    state.shards().stream().map(shard -> shard.thaw(reducer)).toList();
            if (thawed.get(0).getClass() == tables.get(0).getClass()) {
                return thawed;
            }
        }
        state.forEach(
                profile -> tables.get(Snapshot.shardOf(profile.id(), count)).load(profile));
        return tables;
    }

    private void recount() {
        if (boundsAdmission != null) {
            boundsAdmission.recount(Arrays.stream(shards).map(Shard::table).toList());
        }
    }

    /** The heap that the counts for bounds take. */
    long boundsHeapBytes() {
        return boundsAdmission == null ? 0 : boundsAdmission.heapBytes();
    }

    int size() {
        return shards.length;
    }

    Shard of(ProfileId id) {
        return shards[Snapshot.shardOf(id, shards.length)];
    }

    Stream<Shard> stream() {
        return Arrays.stream(shards);
    }

    /**
     * Applies a batch that was accepted at a moment. Each shard applies its part in one hold of its lock. If an update
     * may be rejected for a bound, the updates are applied one by one in list order.
     */
    void apply(@Nullable Update[] accepted, Instant moment, boolean replayed, BatchResult.Builder result) {
        TableStep step = new TableStep(admission(replayed), moment);
        if (accepted.length == 1 || !replayed && boundsAdmission != null && boundsAdmission.mayRefuse(accepted)) {
            applyInListOrder(accepted, step, result);
            return;
        }
        ShardOrder grouped = ShardOrder.of(accepted, shards.length);
        TouchPass pass = accepted.length < TOUCHED_FROM
                ? TouchPass.NONE
                : shards[0].table().touchPass(accepted.length);
        for (int begin = 0; begin < grouped.size(); ) {
            int end = pass == TouchPass.NONE ? grouped.size() : touch(pass, accepted, grouped, begin, step);
            apply(accepted, grouped, begin, end, step, result);
            begin = end;
        }
    }

    private Admission admission(boolean replayed) {
        if (boundsAdmission == null) {
            return Admission.ALL;
        }
        return replayed ? boundsAdmission.lettingIn() : boundsAdmission;
    }

    // Prefetches whole runs: at least one, and as many as stay in
    // the cache until they are applied. Returns where they end.
    private int touch(TouchPass pass, @Nullable Update[] accepted, ShardOrder grouped, int begin, TableStep step) {
        int end = grouped.endOfRun(begin);
        while (end < grouped.size() && end - begin < TOUCHED_AT_ONCE) {
            end = grouped.endOfRun(end);
        }
        for (int at = begin; at < end; at++) {
            Update update = accepted[grouped.order()[at]];
            assert update != null;
            pass.add(shards[grouped.shard(at)].table(), update);
        }
        pass.end();
        step.setTouched(end - begin < 2 * TOUCHED_AT_ONCE);
        return end;
    }

    private void apply(
            @Nullable Update[] accepted,
            ShardOrder grouped,
            int from,
            int to,
            TableStep step,
            BatchResult.Builder result) {
        for (int begin = from; begin < to; ) {
            int end = grouped.endOfRun(begin);
            shards[grouped.shard(begin)].apply(new BatchSlice(accepted, grouped.order(), begin, end, result, step));
            begin = end;
        }
    }

    /** The profile of each id in the order of the ids, null where there is none. */
    @SuppressWarnings("NullAway") // asList loses the annotation of the array's elements
    List<@Nullable Profile> profiles(Collection<ProfileId> ids) {
        ProfileId[] wanted = ids.toArray(ProfileId[]::new);
        @Nullable Profile[] found = new Profile[wanted.length];
        ReadPass pass = found.length < TOUCHED_FROM
                ? ReadPass.oneByOne(found)
                : shards[0].table().readPass(found);
        for (ProfileId id : wanted) {
            pass.add(of(Objects.requireNonNull(id, "id")).table(), id);
        }
        pass.end();
        return Collections.unmodifiableList(Arrays.asList(found));
    }

    /** The profiles of a project in the order of their ids. The shards are read one after the other. */
    List<Profile> profiles(String token) {
        StackHeadroom.require();
        List<Profile> found = new ArrayList<>();
        for (Shard shard : shards) {
            shard.collect(token, found);
        }
        found.sort(Comparator.comparing(Profile::id));
        return found;
    }

    /** How many profiles there are; exact while nobody writes. */
    long count() {
        return stream().mapToLong(shard -> shard.table().count()).sum();
    }

    /** How many profiles a project has; exact while nobody writes. */
    long count(String token) {
        return stream().mapToLong(shard -> shard.table().count(token)).sum();
    }

    /** The projects that have profiles, in code point order; exact while nobody writes. */
    SortedSet<String> tokens() {
        SortedSet<String> tokens = new TreeSet<>(CanonicalText::compareNames);
        stream().forEach(shard -> shard.table().collectTokens(tokens));
        return tokens;
    }

    private void applyInListOrder(@Nullable Update[] accepted, TableStep step, BatchResult.Builder result) {
        for (int index = 0; index < accepted.length; index++) {
            Update update = accepted[index];
            if (update != null) {
                int[] order = index == 0 ? FIRST : new int[] {index};
                of(update.target()).apply(new BatchSlice(accepted, order, 0, 1, result, step));
            }
        }
    }

    /** Freezes one shard after the other. The result shows a single moment only while no batch runs. */
    List<FrozenTable> freeze() {
        StackHeadroom.require();
        List<FrozenTable> frozen = new ArrayList<>(shards.length);
        for (Shard shard : shards) {
            frozen.add(shard.freeze());
        }
        return frozen;
    }

    /** Removes the profiles of a project. Only while no batch runs. */
    void clear(String token) {
        boolean isCleared = false;
        try {
            for (Shard shard : shards) {
                shard.clear(token);
            }
            isCleared = true;
        } finally {
            if (!isCleared) {
                // Memory ran out halfway.
                recount();
            } else if (boundsAdmission != null) {
                boundsAdmission.forget(token);
            }
        }
    }

    /** Tables for these shards with the content of a state; only {@link #replace} makes it visible. */
    List<ProfileTable> prepared(Snapshot state) {
        return tables(state, shards.length);
    }

    /** Replaces the whole content with prepared tables. Only while no batch runs. */
    void replace(List<ProfileTable> prepared) {
        try {
            for (int at = 0; at < shards.length; at++) {
                shards[at].replace(prepared.get(at));
            }
        } finally {
            // Also if memory ran out halfway: then it counts what is there.
            recount();
        }
    }
}
