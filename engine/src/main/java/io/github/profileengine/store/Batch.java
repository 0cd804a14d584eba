package io.github.profileengine.store;

import io.github.profileengine.reducer.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Updates and alias calls in order, of any mix of projects, profiles and operators. Immutable. The position of an
 * entry, from 0, is its index in the {@link BatchResult}.
 */
public final class Batch {
    private final List<BatchEntry> entries;
    private final boolean hasAliases;
    private final boolean replayed;

    private Batch(List<BatchEntry> entries, boolean hasAliases, boolean replayed) {
        this.entries = entries;
        this.hasAliases = hasAliases;
        this.replayed = replayed;
    }

    /** A batch of updates only. */
    public static Batch of(List<Update> updates) {
        Builder builder = builder();
        updates.forEach(builder::add);
        return builder.build();
    }

    /** A batch of updates only. */
    public static Batch of(Update... updates) {
        return of(List.of(updates));
    }

    /** Updates out of a log: there was room for each of them in its time. */
    static Batch replayed(List<Update> updates) {
        return new Batch(of(updates).entries, false, true);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** How many entries it has. */
    public int size() {
        return entries.size();
    }

    /** Whether an entry is an alias call. */
    boolean hasAliases() {
        return hasAliases;
    }

    /** Whether bounds are not asked. */
    boolean isReplayed() {
        return replayed;
    }

    List<BatchEntry> entries() {
        return entries;
    }

    /** Collects a batch. Not thread-safe. */
    public static final class Builder {
        private final List<BatchEntry> entries = new ArrayList<>();
        private boolean hasAliases;

        private Builder() {}

        public Builder add(Update update) {
            entries.add(new BatchEntry.Updating(Objects.requireNonNull(update, "update")));
            return this;
        }

        /**
         * Makes {@code alias} stand for {@code id}, for the updates after it in this batch and for later batches.
         *
         * @throws IllegalArgumentException as of {@link ProfileEngine#alias}
         */
        public Builder alias(String token, String alias, String id) {
            entries.add(BatchEntry.Aliasing.of(token, alias, id));
            hasAliases = true;
            return this;
        }

        public Batch build() {
            return new Batch(List.copyOf(entries), hasAliases, false);
        }
    }
}
