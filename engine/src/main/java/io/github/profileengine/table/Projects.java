package io.github.profileengine.table;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.representation.Name;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The projects of a shard by token: what a {@link PlainTable} writes and, once frozen, never touches again. Reads take
 * no lock.
 */
final class Projects implements FrozenTable {
    // By the token's name: its hash is seeded, so tokens cannot be chosen to collide.
    private volatile ProjectTrie<Project> root;

    private Projects(ProjectTrie<Project> root) {
        this.root = root;
    }

    static Projects empty(Object owner) {
        return new Projects(ProjectTrie.empty(owner));
    }

    /** A copy that shares everything until it is written by an owner of its own. */
    Projects copy() {
        return new Projects(root);
    }

    @Nullable
    Project project(Name token) {
        return root.get(token);
    }

    void put(Object owner, Name token, Project project) {
        root = root.with(owner, token, project);
    }

    void remove(Object owner, Name token) {
        root = root.without(owner, token);
    }

    @Override
    public ProfileTable thaw(Reducer reducer) {
        return new PlainTable(reducer, this);
    }

    // Nothing to see where both hold the very same nodes or slots.
    @Override
    public void forEachDifference(
            TableReads later, BiConsumer<? super @Nullable Profile, ? super @Nullable Profile> action) {
        if (later instanceof Projects others) {
            Set<String> tokens = new HashSet<>();
            ProjectTrie.forEachUnshared(root, others.root, (token, project) -> tokens.add(token.text()));
            tokens.forEach(token -> forEachDifference(token, later, action));
        } else {
            FrozenTable.super.forEachDifference(later, action);
        }
    }

    @Override
    public void forEachDifference(
            String token, TableReads later, BiConsumer<? super @Nullable Profile, ? super @Nullable Profile> action) {
        Project here = project(Name.of(token));
        Project there = later instanceof Projects others ? others.project(Name.of(token)) : null;
        if (here == null || there == null || here.slots() != there.slots()) {
            FrozenTable.super.forEachDifference(token, later, action);
        }
    }

    @Override
    public @Nullable Profile get(ProfileId id) {
        Project project = project(Name.of(id.token()));
        return project == null ? null : project.get(id);
    }

    @Override
    public long count() {
        long[] sum = new long[1];
        root.forEach((token, project) -> sum[0] += project.count());
        return sum[0];
    }

    @Override
    public long count(String token) {
        Project project = project(Name.of(token));
        return project == null ? 0 : project.count();
    }

    @Override
    public long bytes() {
        long[] sum = new long[1];
        root.forEach((token, project) -> sum[0] += project.bytes());
        return sum[0];
    }

    @Override
    public long bytes(String token) {
        Project project = project(Name.of(token));
        return project == null ? 0 : project.bytes();
    }

    @Override
    public void collectTokens(Collection<String> tokens) {
        root.forEach((token, project) -> {
            if (project.count() > 0) {
                tokens.add(token.text());
            }
        });
    }

    @Override
    public void forEach(String token, Consumer<Profile> action) {
        Project project = project(Name.of(token));
        if (project != null) {
            project.slots().forEach(action);
        }
    }
}
