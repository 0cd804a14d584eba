package io.github.profileengine.store;

import io.github.profileengine.identity.AliasResult;
import io.github.profileengine.operation.Outcome;
import io.github.profileengine.reducer.Rejection;
import io.github.profileengine.reducer.UpdateWarning;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.primitive.IntObjectMap;
import org.eclipse.collections.api.map.primitive.MutableIntObjectMap;
import org.eclipse.collections.impl.factory.primitive.IntObjectMaps;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.eclipse.collections.impl.map.mutable.primitive.IntObjectHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The result of a batch. Immutable. It holds only rejections, warnings, alias results and, if they were requested,
 * outcomes. So the result of a batch whose updates were all accepted costs next to nothing.
 */
public final class BatchResult {
    private final int size;
    private final List<RejectedUpdate> rejections;
    private final List<Warning> warnings;
    private final IntObjectMap<AliasResult> aliasResults;
    private final @Nullable IntObjectMap<List<Outcome>> outcomes;

    private BatchResult(Builder builder) {
        size = builder.size;
        rejections = sorted(builder.rejections);
        warnings = builder.warnings == null ? List.of() : builder.warnings.asUnmodifiable();
        aliasResults = builder.aliasResults == null ? IntObjectMaps.immutable.empty() : builder.aliasResults;
        outcomes = builder.outcomes;
    }

    private static List<RejectedUpdate> sorted(@Nullable MutableList<RejectedUpdate> found) {
        return found == null
                ? List.of()
                : found.sortThisBy(RejectedUpdate::index).asUnmodifiable();
    }

    /** How many entries the batch had. */
    public int size() {
        return size;
    }

    /** How many updates were accepted. */
    public int accepted() {
        return size - aliasResults.size() - rejections.size();
    }

    /** How many updates failed and changed nothing. */
    public int rejected() {
        return rejections.size();
    }

    /** The updates that failed, by index. */
    public List<RejectedUpdate> rejections() {
        return rejections;
    }

    /**
     * What strict validation finds suspicious, by index: names of properties that begin with {@code $} and are neither
     * reserved nor a default of an official SDK. Empty if the engine is lenient.
     */
    public List<Warning> warnings() {
        return warnings;
    }

    /**
     * What the update at an index did to each property; empty for an alias call.
     *
     * @throws IllegalStateException if the batch was applied without asking for outcomes
     * @throws IndexOutOfBoundsException if the batch has no such entry
     */
    public List<Outcome> outcomes(int index) {
        Objects.checkIndex(index, size);
        if (outcomes == null) {
            throw new IllegalStateException("the batch was applied without outcomes; use applyWithOutcomes");
        }
        List<Outcome> found = outcomes.get(index);
        return found == null ? List.of() : found;
    }

    /**
     * The result of the alias call at an index; empty if the entry is an update.
     *
     * @throws IndexOutOfBoundsException if the batch has no such entry
     */
    public Optional<AliasResult> aliasResult(int index) {
        return Optional.ofNullable(aliasResults.get(Objects.checkIndex(index, size)));
    }

    /** Whether another result has the same entries; one with outcomes never equals one without. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BatchResult result
                && size == result.size
                && rejections.equals(result.rejections)
                && warnings.equals(result.warnings)
                && aliasResults.equals(result.aliasResults)
                && Objects.equals(outcomes, result.outcomes);
    }

    /** The same in every run: of alias results it counts only how many there are, not their constants. */
    @Override
    public int hashCode() {
        return Objects.hash(size, rejections, warnings, aliasResults.size(), outcomes);
    }

    @Override
    public String toString() {
        return accepted() + " of " + (size - aliasResults.size()) + " updates accepted";
    }

    /** Collects a result while the batch is applied, and creates only what it needs. For one thread. */
    static final class Builder {
        private final int size;
        private @Nullable MutableList<RejectedUpdate> rejections;
        private @Nullable MutableList<Warning> warnings;
        private @Nullable MutableIntObjectMap<AliasResult> aliasResults;
        private final @Nullable MutableIntObjectMap<List<Outcome>> outcomes;

        Builder(int size, boolean withOutcomes) {
            this.size = size;
            this.outcomes = withOutcomes ? IntObjectHashMap.newMap() : null;
        }

        boolean wantsOutcomes() {
            return outcomes != null;
        }

        void rejected(int index, Rejection rejection) {
            if (rejections == null) {
                rejections = FastList.newList();
            }
            rejections.add(new RejectedUpdate(index, rejection.field(), rejection.message(), rejection.rule()));
            if (outcomes != null) {
                outcomes(index, List.of(rejection.outcome()));
            }
        }

        void warned(int index, UpdateWarning warning) {
            if (warnings == null) {
                warnings = FastList.newList();
            }
            warnings.add(new Warning(index, warning.field(), warning.message()));
        }

        void aliased(int index, AliasResult result) {
            if (aliasResults == null) {
                aliasResults = IntObjectHashMap.newMap();
            }
            aliasResults.put(index, result);
        }

        void outcomes(int index, List<Outcome> found) {
            if (outcomes != null) {
                outcomes.put(index, found);
            }
        }

        BatchResult build() {
            return new BatchResult(this);
        }
    }
}
