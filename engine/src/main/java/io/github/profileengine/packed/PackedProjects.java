package io.github.profileengine.packed;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.representation.Name;
import io.github.profileengine.table.FrozenTable;
import io.github.profileengine.table.ProfileTable;
import io.github.profileengine.table.ProjectTrie;
import io.github.profileengine.table.TableReads;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The projects of a shard by token: what a {@link PackedTable} writes and, once frozen, never touches again. */
final class PackedProjects implements FrozenTable {
    private final PackedSizes sizes;
    private volatile ProjectTrie<PackedProject> root;

    PackedProjects(PackedSizes sizes, ProjectTrie<PackedProject> root) {
        this.sizes = sizes;
        this.root = root;
    }

    PackedSizes sizes() {
        return sizes;
    }

    /** A copy that shares everything until it is written by an owner of its own. */
    PackedProjects copy() {
        return new PackedProjects(sizes, root);
    }

    @Nullable
    PackedProject project(Name token) {
        return root.get(token);
    }

    void put(Object owner, Name token, PackedProject project) {
        root = root.with(owner, token, project);
    }

    void remove(Object owner, Name token) {
        root = root.without(owner, token);
    }

    @Override
    public ProfileTable thaw(Reducer reducer) {
        return new PackedTable(reducer, this);
    }

    // Nothing to see where both hold the very same nodes, projects or records.
    @Override
    public void forEachDifference(
            TableReads later, BiConsumer<? super @Nullable Profile, ? super @Nullable Profile> action) {
        if (later instanceof PackedProjects others) {
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
        PackedProject here = project(Name.of(token));
        PackedProject there = later instanceof PackedProjects others ? others.project(Name.of(token)) : null;
        if (here == null || there == null) {
            FrozenTable.super.forEachDifference(token, later, action);
        } else {
            here.forEachDifference(there, action);
        }
    }

    @Override
    public @Nullable Profile get(ProfileId id) {
        PackedProject project = project(Name.of(id.token()));
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
        PackedProject project = project(Name.of(token));
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
        PackedProject project = project(Name.of(token));
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
        PackedProject project = project(Name.of(token));
        if (project != null) {
            project.forEach(action);
        }
    }
}
