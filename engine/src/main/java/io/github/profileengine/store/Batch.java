package io.github.profileengine.store;

import io.github.profileengine.reducer.Update;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.eclipse.collections.api.map.primitive.IntObjectMap;
import org.eclipse.collections.api.map.primitive.MutableIntObjectMap;
import org.eclipse.collections.impl.factory.primitive.IntObjectMaps;
import org.jspecify.annotations.Nullable;

/**
 * An ordered list of updates and alias calls, of any mix of projects, profiles and operators. Immutable. The position
 * of an entry, from 0, is its index in the {@link BatchResult}.
 */
public final class Batch {
    private final @Nullable Update[] updates;
    // By index. Where there is an alias call, there is no update.
    private final IntObjectMap<AliasCall> aliasCalls;
    private final boolean replayed;

    /** Keeps the array itself, without a copy. */
    private Batch(@Nullable Update[] updates, IntObjectMap<AliasCall> aliasCalls, boolean replayed) {
        this.updates = updates;
        this.aliasCalls = aliasCalls;
        this.replayed = replayed;
    }

    /** A batch of updates only. */
    public static Batch of(List<Update> updates) {
        return of(updates, false);
    }

    /** A batch of updates only. */
    public static Batch of(Update... updates) {
        return of(List.of(updates));
    }

    /** Updates from a log. Bounds do not reject them, because there was room for each of them before. */
    static Batch replayed(List<Update> updates) {
        return of(updates, true);
    }

    private static Batch of(List<Update> updates, boolean replayed) {
        Update[] copy = Objects.requireNonNull(updates, "updates").toArray(new Update[0]);
        for (Update update : copy) {
            Objects.requireNonNull(update, "update");
        }
        return new Batch(copy, IntObjectMaps.immutable.empty(), replayed);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** How many entries it has. */
    public int size() {
        return updates.length;
    }

    /** Whether an entry is an alias call. */
    boolean hasAliases() {
        return !aliasCalls.isEmpty();
    }

    /** Whether the updates come from a log, so that bounds do not reject them. */
    boolean isReplayed() {
        return replayed;
    }

    /** The updates by index, null where there is an alias call; not to be changed. */
    @Nullable
    Update[] updates() {
        return updates;
    }

    /** The alias call at an index; null if there is an update. */
    @Nullable
    AliasCall aliasCall(int index) {
        return aliasCalls.get(index);
    }

    /** How many updates and alias calls there are, for people. */
    @Override
    public String toString() {
        return size() - aliasCalls.size() + " updates, " + aliasCalls.size() + " alias calls";
    }

    /** Collects a batch. Not thread-safe. */
    public static final class Builder {
        private static final int FEW = 8;

        private @Nullable Update[] updates = new Update[1];
        private @Nullable MutableIntObjectMap<AliasCall> aliasCalls;
        private int size;

        private Builder() {}

        public Builder add(Update update) {
            Objects.requireNonNull(update, "update");
            makeRoom();
            updates[size++] = update;
            return this;
        }

        private void makeRoom() {
            if (size == updates.length) {
                updates = Arrays.copyOf(updates, Math.max(FEW, size * 2));
            }
        }

        /**
         * Makes {@code alias} stand for {@code id}, for the updates after it in this batch and for later batches.
         *
         * @throws IllegalArgumentException as in {@link ProfileEngine#alias}
         */
        public Builder alias(String token, String alias, String id) {
            AliasCall call = AliasCall.of(token, alias, id);
            if (aliasCalls == null) {
                aliasCalls = IntObjectMaps.mutable.empty();
            }
            makeRoom();
            aliasCalls.put(size++, call);
            return this;
        }

        public Batch build() {
            IntObjectMap<AliasCall> calls =
                    aliasCalls == null ? IntObjectMaps.immutable.empty() : aliasCalls.toImmutable();
            // A full array needs no copy, for example in a batch of one: another entry would go into a new array.
            boolean isFull = size == updates.length;
            return new Batch(isFull ? updates : Arrays.copyOf(updates, size), calls, false);
        }
    }
}
