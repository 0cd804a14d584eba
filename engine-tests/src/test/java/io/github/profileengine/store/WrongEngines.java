package io.github.profileengine.store;

import io.github.profileengine.laws.Wrong;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.table.ProfileTable;
import io.github.profileengine.table.TableStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The stores of deliberately wrong engines, with keys as in {@link Wrong}. Each has one mistake. */
final class WrongEngines {
    private WrongEngines() {}

    static List<Wrong<StoreParts>> all() {
        Map<String, StoreParts> all = new LinkedHashMap<>();
        all.put(
                "l66: a writer writes over what came since it read",
                new StoreParts(OverwritingTable::new, NoLock::new, Gate::new));
        all.put("l67: a profile is changed in place", WrongStore.PROFILE_CHANGED_IN_PLACE.parts());
        all.put("l68: a write shows only after the next one", parts(LateTable::new));
        all.put("l68: reads come from a cache", WrongStore.READS_FROM_A_CACHE.parts());
        all.put("l69: every other read is of the state before", parts(TwoStatesTable::new));
        all.put("l70: a shard has room for eight profiles", parts(EightProfilesTable::new));
        all.put("l79: writes read a clock", parts(ClockTable::new));
        all.put("l79: a recording ends amid a batch", WrongStore.GATE_THAT_IS_ALWAYS_OPEN.parts());
        all.put("l80: a snapshot shows later writes", WrongStore.FORK_THAT_SHARES_THE_TABLE.parts());
        all.put("m3: an alias takes effect amid a batch", WrongStore.GATE_THAT_IS_ALWAYS_OPEN.parts());
        all.put("m6: a fork shares the table", WrongStore.FORK_THAT_SHARES_THE_TABLE.parts());
        all.put("m6: a cut goes through batches", WrongStore.GATE_THAT_IS_ALWAYS_OPEN.parts());
        all.put("m7: without outcomes, appended lists are flattened", parts(ShortWayTable::new));
        return Wrong.all(all);
    }

    /** A store without a mistake, but for that of its table. */
    static StoreParts parts(Function<Reducer, ProfileTable> table) {
        return new StoreParts(table, ReentrantLock::new, Gate::new);
    }

    /** Reads a profile, gives way, and writes it. Right under a lock. */
    private static final class OverwritingTable extends MapTable {
        private final Reducer reducer;

        OverwritingTable(Reducer reducer) {
            super(reducer);
            this.reducer = reducer;
        }

        @Override
        public void apply(Update update, TableStep step) {
            // With a session of its own, because without a lock several threads come here.
            new GivingWay(reducer, map()).apply(update, step);
        }
    }

    private static final class GivingWay extends MapTable {
        GivingWay(Reducer reducer, Map<ProfileId, Profile> profiles) {
            super(reducer, profiles);
        }

        @Override
        void write(ProfileId id, @Nullable Profile after) {
            Thread.yield();
            super.write(id, after);
        }
    }

    /** Shows each write to readers when the next one comes. */
    private static final class LateTable extends MapTable {
        private final Map<ProfileId, Profile> shown = new ConcurrentHashMap<>();
        private Runnable last = () -> {};

        LateTable(Reducer reducer) {
            super(reducer);
        }

        @Override
        void write(ProfileId id, @Nullable Profile after) {
            super.write(id, after);
            last.run();
            last = () -> shown.compute(id, (same, before) -> after);
        }

        @Override
        public @Nullable Profile get(ProfileId id) {
            return shown.get(id);
        }
    }

    private static final class TwoStatesTable extends MapTable {
        private final Map<ProfileId, Profile> before = new ConcurrentHashMap<>();
        private final AtomicInteger reads = new AtomicInteger();

        TwoStatesTable(Reducer reducer) {
            super(reducer);
        }

        @Override
        void write(ProfileId id, @Nullable Profile after) {
            Profile now = map().get(id);
            before.compute(id, (same, older) -> now);
            super.write(id, after);
        }

        @Override
        public @Nullable Profile get(ProfileId id) {
            return reads.getAndIncrement() % 2 == 0 ? super.get(id) : before.get(id);
        }
    }

    private static final class EightProfilesTable extends MapTable {
        EightProfilesTable(Reducer reducer) {
            super(reducer);
        }

        @Override
        void write(ProfileId id, @Nullable Profile after) {
            if (after == null || map().containsKey(id) || count() < 8) {
                super.write(id, after);
            }
        }
    }

    private static final class ClockTable extends MapTable {
        ClockTable(Reducer reducer) {
            super(reducer);
        }

        @Override
        void write(ProfileId id, @Nullable Profile after) {
            super.write(id, after == null ? null : Profile.set(after, "written", System.nanoTime()));
        }
    }

    /** Takes another way when nobody asks for outcomes. */
    private static final class ShortWayTable extends MapTable {
        private final MapTable shortWay;

        ShortWayTable(Reducer reducer) {
            super(reducer);
            shortWay = new MapTable(new Reducer(reducer.options().withFlattenAppendedLists(true)), map());
        }

        @Override
        public void apply(Update update, TableStep step) {
            if (step.outcomes() == null) {
                shortWay.apply(update, step);
            } else {
                super.apply(update, step);
            }
        }
    }
}
