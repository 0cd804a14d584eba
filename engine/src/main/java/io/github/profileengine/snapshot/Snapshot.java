package io.github.profileengine.snapshot;

import io.github.profileengine.identity.Alias;
import io.github.profileengine.identity.AliasTable;
import io.github.profileengine.profile.CanonicalRecord;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.table.FrozenTable;
import io.github.profileengine.value.CanonicalText;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The content of an engine at one moment: all profiles of all projects, and all aliases. Immutable; any thread may read
 * it, and reading never waits.
 *
 * <p>A snapshot shares everything with its engine until the engine writes, so taking one costs the same however many
 * profiles there are. Holding a snapshot keeps alive what it shows. For a list of many elements, it also keeps alive
 * what was appended later where the list had room.
 *
 * <p>Listings are in canonical order: by token, users before groups, then by group key and id, in code point order.
 */
public final class Snapshot {
    private static final Comparator<Alias> ALIAS_ORDER = Comparator.comparing(Alias::token, CanonicalText::compareNames)
            .thenComparing(Alias::alias, CanonicalText::compareNames);

    private final List<FrozenTable> shards;
    private final AliasTable aliases;

    private Snapshot(List<FrozenTable> shards, AliasTable aliases) {
        this.shards = shards;
        this.aliases = aliases;
    }

    /** Starts a builder that collects profiles and aliases into a snapshot, for example for an import. */
    public static SnapshotBuilder builder() {
        return new SnapshotBuilder();
    }

    // The functions that name tables can be used inside this module only.

    /** A snapshot of shards and aliases; each shard holds the profiles that {@link #shardOf} assigns to it. */
    public static Snapshot of(List<FrozenTable> shards, AliasTable aliases) {
        return new Snapshot(List.copyOf(shards), aliases);
    }

    /** The number of the shard that holds a profile, for a given number of shards. */
    public static int shardOf(ProfileId id, int shards) {
        // The high bits, because the tables inside a shard use the low ones.
        return (int) ((id.tableHash() & 0xFFFF_FFFFL) * shards >>> Integer.SIZE);
    }

    /** The shards, by number. */
    public List<FrozenTable> shards() {
        return shards;
    }

    /**
     * Passes every profile to {@code action}, in an order that differs in each run; {@link #profiles()} has a fixed
     * one.
     */
    public void forEach(Consumer<? super Profile> action) {
        tokens().forEach(token -> forEach(token, action));
    }

    /** As {@link #forEach(Consumer)}, for every profile of a project. */
    public void forEach(String token, Consumer<? super Profile> action) {
        shards.forEach(shard -> shard.forEach(token, action::accept));
    }

    /**
     * Passes to {@code action} every profile that differs between this snapshot and a later one, or is in only one of
     * them. The arguments are the profile here and the profile there, null where there is none. Their order differs in
     * each run. Parts that both snapshots share are not compared.
     */
    public void forEachDifference(
            Snapshot later, BiConsumer<? super @Nullable Profile, ? super @Nullable Profile> action) {
        BiConsumer<@Nullable Profile, @Nullable Profile> differing = (before, after) -> {
            if (before == null || !before.equals(after)) {
                action.accept(before, after);
            }
        };
        if (shards.size() == later.shards.size()) {
            for (int at = 0; at < shards.size(); at++) {
                shards.get(at).forEachDifference(later.shards.get(at), differing);
            }
            return;
        }
        forEach(profile -> differing.accept(profile, later.get(profile.id())));
        later.forEach(profile -> {
            if (get(profile.id()) == null) {
                action.accept(null, profile);
            }
        });
    }

    /** The aliases as the engine resolves them. */
    public AliasTable aliasTable() {
        return aliases;
    }

    /** The profile with exactly this id; aliases are not followed. Empty if there is none. */
    public Optional<Profile> profile(ProfileId id) {
        return Optional.ofNullable(get(Objects.requireNonNull(id, "id")));
    }

    /** The profile of each id, in the order of the ids, null where there is none; aliases are not followed. */
    @SuppressWarnings("NullAway") // asList loses the annotation of the array's elements
    public List<@Nullable Profile> profiles(Collection<ProfileId> ids) {
        // Copied once: if the collection changes meanwhile, a second pass could return more ids.
        ProfileId[] wanted = ids.toArray(ProfileId[]::new);
        @Nullable Profile[] found = new Profile[wanted.length];
        for (int at = 0; at < wanted.length; at++) {
            found[at] = get(Objects.requireNonNull(wanted[at], "id"));
        }
        return Collections.unmodifiableList(Arrays.asList(found));
    }

    private @Nullable Profile get(ProfileId id) {
        return shards.get(shardOf(id, shards.size())).get(id);
    }

    /** How many profiles there are. */
    public long count() {
        return shards.stream().mapToLong(FrozenTable::count).sum();
    }

    /** How many profiles a project has. */
    public long count(String token) {
        return shards.stream().mapToLong(shard -> shard.count(token)).sum();
    }

    /** The tokens of the projects that have profiles. */
    public List<String> tokens() {
        TreeSet<String> tokens = new TreeSet<>(CanonicalText::compareNames);
        shards.forEach(shard -> shard.collectTokens(tokens));
        return List.copyOf(tokens);
    }

    /**
     * The profiles of all projects. When the stream reaches a project, the ids of that project are collected and
     * sorted. Each profile is created when the stream reaches it.
     */
    public Stream<Profile> profiles() {
        return Listing.of(this, tokens());
    }

    /** The profiles of a project, in the same way as {@link #profiles()}. */
    public Stream<Profile> profiles(String token) {
        return Listing.of(this, List.of(token));
    }

    /**
     * The id at the end of the chain of aliases that starts with a distinct id; the id itself if it is not an alias.
     */
    public String resolve(String token, String distinctId) {
        return aliases.resolve(token, distinctId);
    }

    /** All aliases, each with the id to which it was mapped, ordered by token and alias. */
    public Stream<Alias> aliases() {
        return aliases.aliases().sorted(ALIAS_ORDER);
    }

    /** How many aliases there are. */
    public long aliasCount() {
        return aliases.size();
    }

    /**
     * A hash of the whole content. Equal content gives an equal hash, whatever the number of shards and threads, the
     * history, the run or the JDK. Reads every profile.
     */
    public StateHash stateHash() {
        StateHash.Sum sum = new StateHash.Sum();
        StringBuilder line = new StringBuilder();
        forEach(profile -> {
            line.setLength(0);
            CanonicalRecord.append(line, profile);
            sum.add(line.toString());
        });
        aliases.aliases().forEach(alias -> sum.add(alias.canonicalRecord()));
        return sum.hash();
    }

    /** Whether another snapshot holds the same profiles and aliases. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof Snapshot snapshot
                        && count() == snapshot.count()
                        && aliasCount() == snapshot.aliasCount()
                        && aliases().toList().equals(snapshot.aliases().toList())
                        && !differsFrom(snapshot);
    }

    private boolean differsFrom(Snapshot other) {
        AtomicBoolean differs = new AtomicBoolean();
        forEachDifference(other, (before, after) -> differs.set(true));
        return differs.get();
    }

    /** A function of the numbers of profiles and aliases: reads no profile, so snapshots of equal size collide. */
    @Override
    public int hashCode() {
        return Long.hashCode(count()) * 31 + Long.hashCode(aliasCount());
    }

    @Override
    public String toString() {
        return count() + " profiles, " + aliases.size() + " aliases";
    }
}
