package io.github.profileengine.table;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.representation.Name;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A table that is divided by project. It does all that concerns many profiles at once; subclasses do what concerns one.
 *
 * <h2>Freezing</h2>
 *
 * Projects and the trie nodes that lead to them are copy-on-write. They belong to an owner, an object compared by
 * identity, which {@link #freeze} replaces. A write that meets an earlier owner copies first: the project, then the few
 * nodes on the path to it. So a freeze costs nothing. The first write to a project after it costs one copy of that
 * project, however many projects there are.
 *
 * @param <P> the type of a project
 */
public abstract class DividedTable<P extends ShardProject<P>> implements ProfileTable {
    private Object owner = new Object();
    private volatile Projects<P> projects;
    // Whether the nodes are shared; those passed to the constructor may be.
    private boolean frozen = true;
    // A cached project, the same instance that the trie has. Most tables hold only one, and this finds it sooner. A
    // reader may use either: it is written after the trie when a project comes, and before it when one goes.
    private volatile @Nullable Near<P> near;

    protected DividedTable(Projects<P> content) {
        projects = content;
    }

    /** A project without profiles. */
    protected abstract P emptyProject(Object itsOwner, Name token);

    /** The project of a token, or null; for any thread. */
    protected final @Nullable P project(Name token) {
        Near<P> known = near;
        return known != null && known.token.same(token) ? known.project : projects.project(token);
    }

    // Whether a project can be written without a copy.
    private boolean owns(P project) {
        return project.isOwnedBy(owner);
    }

    /** The project of a token, for writing; {@code known} is the one that exists, or null. */
    protected final P owned(Name token, @Nullable P known) {
        if (known != null && owns(known)) {
            return known;
        }
        P project = known == null ? emptyProject(owner, token) : known.copiedFor(owner);
        ownedProjects().put(owner, token, project);
        Near<P> before = near;
        if (before == null || before.token.same(token)) {
            near = new Near<>(token, project);
        }
        return project;
    }

    /** Removes a project; a table keeps no empty ones. */
    protected final void remove(Name token) {
        Near<P> before = near;
        if (before != null && before.token.same(token)) {
            near = null;
        }
        ownedProjects().remove(owner, token);
    }

    private Projects<P> ownedProjects() {
        if (frozen) {
            projects = projects.copy();
            frozen = false;
        }
        return projects;
    }

    @Override
    public final Consumer<Consumer<? super Profile>> clear(String token) {
        Name name = Name.of(token);
        P project = projects.project(name);
        if (project == null) {
            return gone -> {};
        }
        // Made before anything changes, as there may be no memory for it.
        Consumer<Consumer<? super Profile>> gone = project::forEachInOrder;
        remove(name);
        return gone;
    }

    @Override
    public final FrozenTable freeze() {
        owner = new Object();
        frozen = true;
        return projects;
    }

    @Override
    public final @Nullable Profile get(ProfileId id) {
        P project = project(id.project());
        return project == null ? null : project.get(id);
    }

    @Override
    public final long count() {
        return projects.count();
    }

    @Override
    public final long count(String token) {
        return projects.count(token);
    }

    @Override
    public final long bytes() {
        return projects.bytes();
    }

    @Override
    public final long bytes(String token) {
        return projects.bytes(token);
    }

    @Override
    public final long heapBytes() {
        return projects.heapBytes();
    }

    @Override
    public final void collectTokens(Collection<String> tokens) {
        projects.collectTokens(tokens);
    }

    @Override
    public final void forEach(String token, Consumer<Profile> action) {
        projects.forEach(token, action);
    }

    private record Near<P>(Name token, P project) {}
}
