package io.github.profileengine.table;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.representation.Name;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The projects of a shard by token: what a {@link DividedTable} writes and, once frozen, never touches again. Readers
 * take no lock.
 *
 * @param <P> the type of a project
 */
public final class Projects<P extends ShardProject<P>> implements FrozenTable {
    private final Class<P> kind;
    private final BiFunction<Reducer, Projects<P>, ProfileTable> thawing;
    // The keys are names: their hash is seeded, so tokens cannot be chosen to collide.
    private volatile ProjectTrie<P> root;

    private Projects(Class<P> kind, BiFunction<Reducer, Projects<P>, ProfileTable> thawing, ProjectTrie<P> root) {
        this.kind = kind;
        this.thawing = thawing;
        this.root = root;
    }

    /**
     * No projects.
     *
     * @param thawing makes a table that begins with given projects
     */
    public static <P extends ShardProject<P>> Projects<P> empty(
            Class<P> kind, BiFunction<Reducer, Projects<P>, ProfileTable> thawing) {
        return new Projects<>(kind, thawing, ProjectTrie.empty(new Object()));
    }

    /** A copy that shares everything until its own owner writes to it. */
    Projects<P> copy() {
        return new Projects<>(kind, thawing, root);
    }

    @Nullable
    P project(Name token) {
        return root.get(token);
    }

    void put(Object owner, Name token, P project) {
        root = root.with(owner, token, project);
    }

    void remove(Object owner, Name token) {
        root = root.without(owner, token);
    }

    @Override
    public ProfileTable thaw(Reducer reducer) {
        return thawing.apply(reducer, this);
    }

    /** The other table, if it is of the same kind; else null. */
    @SuppressWarnings("unchecked") // The class of the projects is compared.
    private @Nullable Projects<P> akin(TableReads other) {
        return other instanceof Projects<?> others && others.kind == kind ? (Projects<P>) others : null;
    }

    // If both hold the same nodes or projects, nothing differs.
    @Override
    public void forEachDifference(
            TableReads later, BiConsumer<? super @Nullable Profile, ? super @Nullable Profile> action) {
        Projects<P> others = akin(later);
        if (others == null) {
            FrozenTable.super.forEachDifference(later, action);
            return;
        }
        Set<String> tokens = new HashSet<>();
        ProjectTrie.forEachUnshared(root, others.root, (token, project) -> tokens.add(token.text()));
        tokens.forEach(token -> forEachDifference(token, later, action));
    }

    @Override
    public void forEachDifference(
            String token, TableReads later, BiConsumer<? super @Nullable Profile, ? super @Nullable Profile> action) {
        Projects<P> others = akin(later);
        P here = project(Name.of(token));
        P there = others == null ? null : others.project(Name.of(token));
        if (here == null || there == null) {
            FrozenTable.super.forEachDifference(token, later, action);
        } else {
            here.forEachDifference(there, action);
        }
    }

    @Override
    public @Nullable Profile get(ProfileId id) {
        P project = project(id.project());
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
        P project = project(Name.of(token));
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
        P project = project(Name.of(token));
        return project == null ? 0 : project.bytes();
    }

    @Override
    public long heapBytes() {
        return root.heapBytes(ShardProject::heapBytes);
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
        P project = project(Name.of(token));
        if (project != null) {
            project.forEach(action);
        }
    }
}
