package io.github.profileengine.store;

import io.github.profileengine.operation.Operation;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.store.history.ViolationKind;
import io.github.profileengine.store.history.Workload;
import io.github.profileengine.table.FrozenTable;
import io.github.profileengine.table.PlainTable;
import io.github.profileengine.table.ProfileTable;
import io.github.profileengine.table.TableStep;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Stores with one mistake each. Each constant names the violation that clients see, and the workload that shows it. */
enum WrongStore {
    LOCK_THAT_DOES_NOT_LOCK(ViolationKind.LOST_UPDATE, Workload::standing, PlainTable::new, NoLock::new, Gate::new),
    GATE_THAT_IS_ALWAYS_OPEN(
            ViolationKind.TORN_CUT, Workload::growing, PlainTable::new, ReentrantLock::new, OpenGate::new),
    GATE_THAT_CLOSERS_PASS_TOGETHER(
            ViolationKind.DROPPED_ALIAS, Workload::aliasing, PlainTable::new, ReentrantLock::new, CrowdedGate::new),
    PROFILE_CHANGED_IN_PLACE(ViolationKind.TORN_READ, Workload::growing, StepwiseTable::new),
    PROFILE_TAKEN_AWAY_TO_BE_PUT_BACK(ViolationKind.VANISHED_PROFILE, Workload::growing, TakingTable::new),
    TABLE_THAT_READERS_SEE_GROWING(ViolationKind.VANISHED_PROFILE, Workload::growing, GrowingTable::new),
    READS_FROM_A_CACHE(ViolationKind.STALE_READ, Workload::growing, CachingTable::new),
    FORK_THAT_SHARES_THE_TABLE(ViolationKind.LEAK, Workload::growing, SharedTable::new);

    // Without a second processor, nobody sees a short-lived state unless the thread yields now and then.
    private static final int YIELD_EVERY = 64;

    private final ViolationKind kind;
    private final IntFunction<Workload> workload;
    private final StoreParts parts;

    WrongStore(ViolationKind kind, IntFunction<Workload> workload, Function<Reducer, ProfileTable> table) {
        this(kind, workload, table, ReentrantLock::new, Gate::new);
    }

    WrongStore(
            ViolationKind kind,
            IntFunction<Workload> workload,
            Function<Reducer, ProfileTable> table,
            Supplier<Lock> lock,
            Supplier<Gate> gate) {
        this.kind = kind;
        this.workload = workload;
        this.parts = new StoreParts(table, lock, gate);
    }

    /** The violation that clients of the store see. */
    ViolationKind kind() {
        return kind;
    }

    /** What clients do to see it, in so many operations. */
    Workload workload(int operations) {
        return workload.apply(operations);
    }

    StoreParts parts() {
        return parts;
    }

    /** Makes the effect of every operator visible by itself. */
    private static final class StepwiseTable extends MapTable {
        private int updates;

        StepwiseTable(Reducer reducer) {
            super(reducer);
        }

        @Override
        public void apply(Update update, TableStep step) {
            boolean givesWay = updates++ % YIELD_EVERY == 0;
            for (Operation operation : update.operations()) {
                if (givesWay) {
                    Thread.yield();
                }
                Update one = Update.of(update.target()).operation(operation).build();
                super.apply(one.accepted(update.target(), update.time().orElseGet(step::acceptedAt), null), step);
            }
        }
    }

    /** Replaces a profile by removing the old one and then adding the new one. */
    private static final class TakingTable extends MapTable {
        private int writes;

        TakingTable(Reducer reducer) {
            super(reducer);
        }

        @Override
        void write(ProfileId id, @Nullable Profile after) {
            super.write(id, null);
            if (writes++ % YIELD_EVERY == 0) {
                Thread.yield();
            }
            super.write(id, after);
        }
    }

    /** Grows, at each power of two, by removing all profiles and adding them again while readers look. */
    private static final class GrowingTable extends MapTable {
        private int grown;

        GrowingTable(Reducer reducer) {
            super(reducer);
        }

        @Override
        void write(ProfileId id, @Nullable Profile after) {
            super.write(id, after);
            int size = map().size();
            if (size > grown && Integer.bitCount(size) == 1) {
                grown = size;
                List<Profile> all = List.copyOf(map().values());
                map().clear();
                Thread.yield();
                all.forEach(this::load);
            }
        }
    }

    /** Answers every other read with the result of an earlier one. */
    private static final class CachingTable extends MapTable {
        private final Map<ProfileId, Profile> found = new ConcurrentHashMap<>();
        private int reads;

        CachingTable(Reducer reducer) {
            super(reducer);
        }

        @Override
        public @Nullable Profile get(ProfileId id) {
            Profile cached = found.get(id);
            if (cached != null && reads++ % 2 == 0) {
                return cached;
            }
            Profile present = super.get(id);
            if (present != null) {
                found.put(id, present);
            }
            return present;
        }
    }

    /** Freezes without a copy, and without telling the next writer to copy. */
    private static final class SharedTable extends MapTable implements FrozenTable {
        SharedTable(Reducer reducer) {
            super(reducer);
        }

        private SharedTable(Reducer reducer, Map<ProfileId, Profile> profiles) {
            super(reducer, profiles);
        }

        @Override
        public FrozenTable freeze() {
            return this;
        }

        @Override
        public ProfileTable thaw(Reducer reducer) {
            return new SharedTable(reducer, map());
        }
    }
}
