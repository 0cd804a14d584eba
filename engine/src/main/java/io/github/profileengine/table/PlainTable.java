package io.github.profileengine.table;

import io.github.profileengine.operation.Outcome;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerSession;
import io.github.profileengine.reducer.Rejection;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.representation.Name;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Profiles as objects: for each project a table of immutable {@link Profile}s.
 *
 * <h2>Freezing</h2>
 *
 * Everything below this object belongs to an owner, a token that {@link #freeze} replaces. A write that meets something
 * of an earlier owner copies it first: the few nodes on the way to the project, then the project's array. So a freeze
 * costs nothing, and the first write to a project after it one copy of its array, however many projects there are.
 */
public final class PlainTable implements ProfileTable {
    private final ReducerSession session;
    private Object owner = new Object();
    private volatile Projects projects;
    private boolean frozen;

    public PlainTable(Reducer reducer) {
        session = reducer.session();
        projects = Projects.empty(owner);
    }

    PlainTable(Reducer reducer, Projects content) {
        session = reducer.session();
        projects = content;
        frozen = true;
    }

    @Override
    public void apply(Update update, TableStep step) {
        ProfileId id = update.target();
        Name token = Name.of(id.token());
        Project project = projects.project(token);
        int place = project == null ? -1 : project.slots().find(id);
        Profile before = project == null || place < 0 ? null : project.slots().at(place);
        Profile after = reduce(before, update, step);
        Rejection rejection = session.rejection();
        if (rejection == null && before == null && after != null) {
            rejection = admit(after, step);
        }
        if (rejection != null) {
            step.rejected(rejection, session.decided());
            return;
        }
        if (before != after) {
            write(token, project, place, before, after);
        }
        step.accepted(before, after, session.decided());
    }

    @Override
    public void rest() {
        session.rest();
    }

    private @Nullable Profile reduce(@Nullable Profile before, Update update, TableStep step) {
        List<Outcome> outcomes = step.outcomes();
        return outcomes == null ? session.reduce(before, update) : session.reduce(before, update, outcomes);
    }

    private @Nullable Rejection admit(Profile fresh, TableStep step) {
        Rejection refusal = step.admission().refusal(fresh.id());
        if (refusal != null) {
            session.reject(refusal, step.outcomes());
        }
        return refusal;
    }

    private void write(
            Name token, @Nullable Project known, int place, @Nullable Profile before, @Nullable Profile after) {
        Project project = owned(token, known);
        // A copy keeps the places of its original.
        project.write(known == null && after != null ? project.slots().find(after.id()) : place, before, after);
        if (project.count() == 0) {
            ownedProjects().remove(owner, token);
        }
    }

    private Project owned(Name token, @Nullable Project known) {
        if (known != null && known.isOwnedBy(owner)) {
            return known;
        }
        Project project = known == null ? Project.empty(owner) : known.copiedFor(owner);
        ownedProjects().put(owner, token, project);
        return project;
    }

    private Projects ownedProjects() {
        if (frozen) {
            projects = projects.copy();
            frozen = false;
        }
        return projects;
    }

    @Override
    public void load(Profile profile) {
        ProfileId id = profile.id();
        Name token = Name.of(id.token());
        Project project = owned(token, projects.project(token));
        int place = project.slots().find(id);
        project.write(place, place < 0 ? null : project.slots().at(place), profile);
    }

    @Override
    public void clear(String token) {
        if (projects.project(Name.of(token)) != null) {
            ownedProjects().remove(owner, Name.of(token));
        }
    }

    @Override
    public FrozenTable freeze() {
        owner = new Object();
        frozen = true;
        return projects;
    }

    @Override
    public @Nullable Profile get(ProfileId id) {
        return projects.get(id);
    }

    @Override
    public long count() {
        return projects.count();
    }

    @Override
    public long count(String token) {
        return projects.count(token);
    }

    @Override
    public long bytes() {
        return projects.bytes();
    }

    @Override
    public long bytes(String token) {
        return projects.bytes(token);
    }

    @Override
    public void collectTokens(Collection<String> tokens) {
        projects.collectTokens(tokens);
    }

    @Override
    public void forEach(String token, Consumer<Profile> action) {
        projects.forEach(token, action);
    }
}
