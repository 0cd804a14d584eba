package io.github.profileengine.snapshot;

import io.github.profileengine.identity.AliasResult;
import io.github.profileengine.identity.AliasTable;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.table.FrozenTable;
import io.github.profileengine.table.PlainTable;
import io.github.profileengine.table.ProfileTable;
import io.github.profileengine.table.ShardCount;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Collects profiles and aliases into a snapshot. Not thread-safe. */
public final class SnapshotBuilder {
    // As many shards as an engine has by default: a plain engine
    // can then start with the snapshot without moving profiles.
    private final List<ProfileTable> shards;
    private AliasTable aliases = AliasTable.EMPTY;

    SnapshotBuilder() {
        Reducer reducer = new Reducer(ReducerOptions.defaults());
        shards = Stream.<ProfileTable>generate(() -> new PlainTable(reducer))
                .limit(ShardCount.USUAL)
                .toList();
    }

    /**
     * Adds a profile.
     *
     * @throws IllegalArgumentException if there is already a profile with this id
     */
    public SnapshotBuilder add(Profile profile) {
        ProfileTable shard = shards.get(Snapshot.shardOf(profile.id(), shards.size()));
        if (shard.get(profile.id()) != null) {
            throw new IllegalArgumentException("two profiles of the id " + profile.id());
        }
        shard.load(profile);
        return this;
    }

    /**
     * Adds an alias.
     *
     * @throws IllegalArgumentException if the alias is mapped already, or would lead to itself, or a text is empty or
     *     holds an unpaired surrogate
     */
    public SnapshotBuilder alias(String token, String alias, String id) {
        ProfileId.user(token, id);
        ProfileId.user(token, Objects.requireNonNull(alias, "alias"));
        if (aliases.check(token, alias, id) != AliasResult.MAPPED) {
            throw new IllegalArgumentException(
                    "alias \"" + alias + "\" of project \"" + token + "\" is mapped already, or leads to itself");
        }
        aliases = aliases.with(token, alias, id);
        return this;
    }

    /** Builds the snapshot. The builder can be used further; later additions do not change this snapshot. */
    public Snapshot build() {
        List<FrozenTable> frozen = shards.stream().map(ProfileTable::freeze).toList();
        return Snapshot.of(frozen, aliases);
    }
}
