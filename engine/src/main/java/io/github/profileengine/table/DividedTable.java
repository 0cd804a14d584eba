package io.github.profileengine.table;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.representation.Name;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A table that is divided by project: all that concerns many profiles at once. What becomes of one profile is for those
 * who extend it.
 *
 * <h2>Freezing</h2>
 *
 * Projects and the nodes that lead to them belong to an owner, an object compared by identity, which {@link #freeze}
 * replaces. A write that meets an earlier owner copies first: the project, then the few nodes on the way to it. So a
 * freeze costs nothing, and the first write to a project after it one copy of that project, however many there are.
 *
 * @param <P> what a project is
 */
public abstract class DividedTable<P extends ShardProject<P>> implements ProfileTable {
    private Object owner = new Object();
    private volatile Projects<P> projects;
    // Whether the nodes are shared, as those that are handed in may be.
    private boolean frozen = true;
    // One of the projects, the very one that the trie has for its token. Most tables hold one only, and this is nearer.
    // A reader may meet either: it is written after the trie when a project comes, and before it when one goes.
    private volatile @Nullable Near<P> near;

    protected DividedTable(Projects<P> content) {
        projects = content;
    }

    /** A project without profiles. */
    protected abstract P emptyProject(Object itsOwner, Name token);

    /** The project of a token, or null; by any thread. */
    protected final @Nullable P project(Name token) {
        Near<P> known = near;
        return known != null && known.token.same(token) ? known.project : projects.project(token);
    }

    // Whether a project can be written without being copied first.
    private boolean owns(P project) {
        return project.isOwnedBy(owner);
    }

    /** The project of a token, to be written; {@code known} is the one that is there, if there is one. */
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

    /** Takes a project away, as one that is empty is no project. */
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
        // Made before anything changes: there may be no memory for it.
        Consumer<Consumer<? super Profile>> gone = project::forEach;
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
