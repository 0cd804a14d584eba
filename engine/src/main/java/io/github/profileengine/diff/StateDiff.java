package io.github.profileengine.diff;

import io.github.profileengine.identity.Alias;
import io.github.profileengine.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The difference between two states: profiles and aliases. Immutable, so any thread may read and share it. It holds
 * only the values that differ.
 *
 * <p>Parts that both snapshots share are not compared. For an engine and its fork, or for two snapshots of one engine,
 * every project of a shard that neither side wrote is skipped. Every profile that neither side changed costs one
 * comparison of references. If a compaction has moved its record meanwhile, the profile is created and compared
 * instead.
 */
public final class StateDiff {
    // For a tree and not a hash table, because texts may be chosen to have equal hashes.
    private static final Comparator<Alias> BY_TEXTS =
            Comparator.comparing(Alias::alias).thenComparing(Alias::token).thenComparing(Alias::id);

    private final List<ProfileDiff> profiles;
    private final List<Alias> addedAliases;
    private final List<Alias> removedAliases;

    private StateDiff(List<ProfileDiff> profiles, List<Alias> addedAliases, List<Alias> removedAliases) {
        this.profiles = profiles;
        this.addedAliases = addedAliases;
        this.removedAliases = removedAliases;
    }

    /** The difference from one state to the other. To compare live engines, compare their snapshots. */
    public static StateDiff between(Snapshot before, Snapshot after) {
        List<ProfileDiff> profiles = new ArrayList<>();
        before.forEachDifference(after, (old, present) -> profiles.add(ProfileDiff.between(old, present)));
        profiles.sort(Comparator.comparing(ProfileDiff::id));
        boolean sameAliases = before.aliasTable() == after.aliasTable();
        return new StateDiff(
                List.copyOf(profiles),
                sameAliases ? List.of() : missing(before, after),
                sameAliases ? List.of() : missing(after, before));
    }

    // The aliases of `there` that `here` lacks, in canonical order.
    private static List<Alias> missing(Snapshot here, Snapshot there) {
        return there.aliases().filter(alias -> !here.aliasTable().holds(alias)).toList();
    }

    /**
     * The profiles that differ, ordered by token, users before groups, then by group key and id. None of them is equal.
     */
    public List<ProfileDiff> profiles() {
        return profiles;
    }

    /** How many profiles were added. */
    public long added() {
        return count(ProfileDiff.Kind.ADDED);
    }

    /** How many profiles were removed. */
    public long removed() {
        return count(ProfileDiff.Kind.REMOVED);
    }

    /** How many profiles exist before and after, with different properties. */
    public long changed() {
        return count(ProfileDiff.Kind.CHANGED);
    }

    private long count(ProfileDiff.Kind kind) {
        return profiles.stream().filter(profile -> profile.kind() == kind).count();
    }

    /** The new mappings, ordered by token and alias. An alias that now maps to another id is both removed and added. */
    public List<Alias> addedAliases() {
        return addedAliases;
    }

    /** The removed mappings, ordered by token and alias. */
    public List<Alias> removedAliases() {
        return removedAliases;
    }

    /** Whether the two states are equal. */
    public boolean isEmpty() {
        return profiles.isEmpty() && addedAliases.isEmpty() && removedAliases.isEmpty();
    }

    /** The reverse difference. */
    public StateDiff inverse() {
        return new StateDiff(profiles.stream().map(ProfileDiff::inverse).toList(), removedAliases, addedAliases);
    }

    /**
     * Applies this difference to a state and returns the new state. However small the difference, this reads every
     * profile of the state and keeps all of them as objects.
     *
     * @param before a state that matches the one from which this difference starts, in each profile and property that
     *     the difference changes
     * @throws DiffConflictException if a profile does not match; nothing has changed then
     * @throws IllegalArgumentException if the aliases do not fit
     */
    public Snapshot applyTo(Snapshot before) {
        Set<Object> differing = new HashSet<>();
        profiles.forEach(profile -> differing.add(profile.id()));
        var after = Snapshot.builder();
        before.forEach(profile -> {
            if (!differing.contains(profile.id())) {
                after.add(profile);
            }
        });
        for (ProfileDiff profile : profiles) {
            var patched = profile.applyTo(before.profile(profile.id()).orElse(null));
            if (patched != null) {
                after.add(patched);
            }
        }
        Set<Alias> gone = new TreeSet<>(BY_TEXTS);
        gone.addAll(removedAliases);
        List<Alias> kept = before.aliases().filter(alias -> !gone.remove(alias)).toList();
        if (!gone.isEmpty()) {
            throw new IllegalArgumentException(
                    "alias to remove is not there: " + gone.iterator().next());
        }
        Stream.concat(kept.stream(), addedAliases.stream())
                .forEach(alias -> after.alias(alias.token(), alias.alias(), alias.id()));
        return after.build();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StateDiff diff
                && profiles.equals(diff.profiles)
                && addedAliases.equals(diff.addedAliases)
                && removedAliases.equals(diff.removedAliases);
    }

    @Override
    public int hashCode() {
        return Objects.hash(profiles, addedAliases, removedAliases);
    }

    @Override
    public String toString() {
        return added() + " profiles added, " + removed() + " removed, " + changed() + " changed, " + addedAliases.size()
                + " aliases added, " + removedAliases.size() + " removed";
    }
}
