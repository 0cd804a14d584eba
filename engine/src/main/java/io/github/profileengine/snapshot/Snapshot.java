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
 * What an engine held at one moment: all profiles of all projects, and all aliases. Immutable; any thread may read it,
 * and reading never waits. It shares everything with the engine that it was taken from until that engine writes, so
 * taking one costs the same however many profiles there are; holding one keeps alive what it shows, and of a list of
 * many elements also what was appended since where the list had room for it.
 *
 * <p>Listings come in canonical order: by token, users before groups, then by group key and id, in code point order.
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

    /** Collects profiles and aliases, such as an import reads them, into a snapshot. */
    public static SnapshotBuilder builder() {
        return new SnapshotBuilder();
    }

    // The functions that name tables can be used inside this module only.

    /** A snapshot of shards, each holding the profiles whose {@link #shardOf} it is, and of aliases. */
    public static Snapshot of(List<FrozenTable> shards, AliasTable aliases) {
        return new Snapshot(List.copyOf(shards), aliases);
    }

    /** In which of so many shards a profile lies. */
    public static int shardOf(ProfileId id, int shards) {
        // High bits: the tables inside a shard use the low ones.
        return (int) ((id.tableHash() & 0xFFFF_FFFFL) * shards >>> Integer.SIZE);
    }

    /** The shards, by number. */
    public List<FrozenTable> shards() {
        return shards;
    }

    /** Every profile, in no particular order. */
    public void forEach(Consumer<? super Profile> action) {
        tokens().forEach(token -> forEach(token, action));
    }

    /** Every profile of a project, in no particular order. */
    public void forEach(String token, Consumer<? super Profile> action) {
        shards.forEach(shard -> shard.forEach(token, action::accept));
    }

    /**
     * Every profile that differs between this snapshot and a later one, or is in one of them only: as it is here and as
     * it is there, null where there is none. In no particular order. Parts that both share are not looked at.
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

    /** The profile of exactly this id, aliases not followed; empty if there is none. */
    public Optional<Profile> profile(ProfileId id) {
        return Optional.ofNullable(get(Objects.requireNonNull(id, "id")));
    }

    /** The profile of each id, in the order of the ids, null where there is none; aliases are not followed. */
    @SuppressWarnings("NullAway") // asList loses the annotation of the array's elements
    public List<@Nullable Profile> profiles(Collection<ProfileId> ids) {
        // Once: there may be more of them the next time.
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
     * The profiles of all projects. The ids of a project are collected and sorted when the stream gets there, and each
     * profile is made when its turn comes.
     */
    public Stream<Profile> profiles() {
        return Listing.of(this, tokens());
    }

    /** The profiles of a project, as {@link #profiles()} has them. */
    public Stream<Profile> profiles(String token) {
        return Listing.of(this, List.of(token));
    }

    /** The id at the end of the chain that begins with a distinct id; the id itself if it is no alias. */
    public String resolve(String token, String distinctId) {
        return aliases.resolve(token, distinctId);
    }

    /** All aliases, each with the id that it was mapped to, by token and alias. */
    public Stream<Alias> aliases() {
        return aliases.aliases().sorted(ALIAS_ORDER);
    }

    /** How many aliases there are. */
    public long aliasCount() {
        return aliases.size();
    }

    /**
     * A hash of the whole content: equal for equal content, whatever the number of shards and threads, the history, the
     * run or the JDK. Looks at every profile.
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

    /** Whether another snapshot shows the same profiles and aliases. */
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

    @Override
    public int hashCode() {
        return profiles().mapToInt(Profile::hashCode).sum();
    }

    @Override
    public String toString() {
        return count() + " profiles, " + aliases.size() + " aliases";
    }
}
