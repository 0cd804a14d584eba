package io.github.profileengine.table;

import io.github.profileengine.operation.Outcome;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileHeapSize;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerSession;
import io.github.profileengine.reducer.Rejection;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.representation.Name;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Profiles as objects: for each project a table of immutable {@link Profile}s. */
public final class PlainTable extends DividedTable<PlainProject> {
    private final ReducerSession session;

    public PlainTable(Reducer reducer) {
        this(reducer, Projects.empty(PlainProject.class, PlainTable::new));
    }

    private PlainTable(Reducer reducer, Projects<PlainProject> content) {
        super(content);
        session = reducer.session();
    }

    @Override
    protected PlainProject emptyProject(Object itsOwner, Name token) {
        return PlainProject.empty(itsOwner);
    }

    @Override
    public void apply(Update update, TableStep step) {
        ProfileId id = update.target();
        Name token = id.project();
        PlainProject project = project(token);
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
        PlainProject written = null;
        if (before != after) {
            try {
                written = write(token, project, place, before, after);
            } catch (RuntimeException | Error failed) {
                if (before == null) {
                    step.admission().withdraw(id);
                }
                throw failed;
            }
        }
        // Reported before memory can run out: it has happened.
        step.accepted(before, after, session.decided());
        if (written != null && written.count() == 0) {
            remove(token);
        }
    }

    @Override
    public void releaseScratch() {
        session.releaseScratch();
    }

    private @Nullable Profile reduce(@Nullable Profile before, Update update, TableStep step) {
        session.expectAccepted(step.acceptedAt());
        List<Outcome> outcomes = step.outcomes();
        return outcomes == null ? session.reduce(before, update) : session.reduce(before, update, outcomes);
    }

    private @Nullable Rejection admit(Profile fresh, TableStep step) {
        Rejection refusal = step.admission().admit(fresh.id());
        if (refusal != null) {
            session.reject(refusal, step.outcomes());
        }
        return refusal;
    }

    private PlainProject write(
            Name token, @Nullable PlainProject known, int place, @Nullable Profile before, @Nullable Profile after) {
        PlainProject project = owned(token, known);
        // A copy keeps the places of its original.
        project.write(known == null && after != null ? project.slots().find(after.id()) : place, before, after);
        return project;
    }

    @Override
    public void load(Profile loaded) {
        Profile profile = ProfileHeapSize.settled(loaded);
        ProfileId id = profile.id();
        PlainProject project = owned(id.project(), project(id.project()));
        int place = project.slots().find(id);
        project.write(place, place < 0 ? null : project.slots().at(place), profile);
    }
}
