package io.github.profileengine.table;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.representation.Name;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The projects of a shard by token: what a {@link PlainTable} writes and, once frozen, never touches again. Reads take
 * no lock.
 */
final class Projects implements FrozenTable {
    // By the token's name: its hash is seeded, and names can be compared, so tokens chosen to collide do no harm.
    private final ConcurrentHashMap<Name, Project> byToken;

    private Projects(ConcurrentHashMap<Name, Project> byToken) {
        this.byToken = byToken;
    }

    static Projects empty() {
        return new Projects(new ConcurrentHashMap<>(4));
    }

    Projects copy() {
        return new Projects(new ConcurrentHashMap<>(byToken));
    }

    @Nullable
    Project project(Name token) {
        return byToken.get(token);
    }

    void put(Name token, Project project) {
        byToken.put(token, project);
    }

    void remove(Name token) {
        byToken.remove(token);
    }

    @Override
    public ProfileTable thaw(Reducer reducer) {
        return new PlainTable(reducer, this);
    }

    // Nothing to see where both hold the very same slots.
    @Override
    public void forEachDifference(
            String token, TableReads later, BiConsumer<? super @Nullable Profile, ? super @Nullable Profile> action) {
        Project here = byToken.get(Name.of(token));
        Project there = later instanceof Projects others ? others.byToken.get(Name.of(token)) : null;
        if (here == null || there == null || here.slots() != there.slots()) {
            FrozenTable.super.forEachDifference(token, later, action);
        }
    }

    @Override
    public @Nullable Profile get(ProfileId id) {
        Project project = byToken.get(Name.of(id.token()));
        return project == null ? null : project.get(id);
    }

    @Override
    public long count() {
        long count = 0;
        for (Project project : byToken.values()) {
            count += project.count();
        }
        return count;
    }

    @Override
    public long count(String token) {
        Project project = byToken.get(Name.of(token));
        return project == null ? 0 : project.count();
    }

    @Override
    public long bytes() {
        long bytes = 0;
        for (Project project : byToken.values()) {
            bytes += project.bytes();
        }
        return bytes;
    }

    @Override
    public long bytes(String token) {
        Project project = byToken.get(Name.of(token));
        return project == null ? 0 : project.bytes();
    }

    @Override
    public void collectTokens(Collection<String> tokens) {
        byToken.forEach((token, project) -> {
            if (project.count() > 0) {
                tokens.add(token.text());
            }
        });
    }

    @Override
    public void forEach(String token, Consumer<Profile> action) {
        Project project = byToken.get(Name.of(token));
        if (project != null) {
            project.slots().forEach(action);
        }
    }
}
