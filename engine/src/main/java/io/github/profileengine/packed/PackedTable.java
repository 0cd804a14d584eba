package io.github.profileengine.packed;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerSession;
import io.github.profileengine.reducer.Rejection;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.representation.Name;
import io.github.profileengine.table.FrozenTable;
import io.github.profileengine.table.Headroom;
import io.github.profileengine.table.ProfileTable;
import io.github.profileengine.table.ProjectTrie;
import io.github.profileengine.table.TableStep;
import io.github.profileengine.table.TouchPass;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Profiles as records in byte arrays. An update stages, judges and writes bytes; no profile is made unless somebody
 * asks for it.
 *
 * <h2>Freezing</h2>
 *
 * As in the plain table, everything below this object belongs to an owner, a token that {@link #freeze} replaces. A
 * write that meets a project of an earlier owner copies its table of references first, and shares its records, which
 * from then on are never written again: what changes is appended.
 */
public final class PackedTable implements ProfileTable {
    private final ReducerSession session;
    private @Nullable RecordEditor editor;
    private Object owner = new Object();
    private volatile PackedProjects projects;
    private boolean frozen;

    public PackedTable(Reducer reducer) {
        this(reducer, PackedSizes.DEFAULT);
    }

    PackedTable(Reducer reducer, PackedSizes sizes) {
        session = reducer.session();
        projects = new PackedProjects(sizes, ProjectTrie.empty(owner));
    }

    PackedTable(Reducer reducer, PackedProjects content) {
        session = reducer.session();
        projects = content;
        frozen = true;
    }

    @Override
    public void apply(Update update, TableStep step) {
        ProfileId id = update.target();
        PackedProject project = tidied(projects.project(Name.of(id.token())));
        RecordEditor edited = editor();
        int place = begin(project, id, edited);
        Profile before = place >= 0 && step.wantsProfiles() ? edited.base().profile(id) : null;
        boolean accepted = session.stage(edited, place >= 0, update, step.outcomes());
        Rejection rejection = accepted && place < 0 && session.exists() ? admit(id, step) : session.rejection();
        if (rejection != null) {
            step.rejected(rejection, session.decided());
        } else if (!session.exists()) {
            remove(project, place, id, before, step);
        } else if (edited.settle() || place < 0) {
            write(project, place, id, edited, before, step);
        } else {
            tell(TableStep.Effect.NONE, 0, before, before, step);
        }
    }

    // Before the update, so that it fails as a whole if there is no memory for it.
    private @Nullable PackedProject tidied(@Nullable PackedProject project) {
        if (project != null && project.isOwnedBy(owner) && project.isWasteful()) {
            project.compact();
        }
        return project;
    }

    private RecordEditor editor() {
        RecordEditor known = editor;
        if (known == null) {
            // Once for a run: its updates all write from the same depth.
            Headroom.require();
            known = new RecordEditor();
            editor = known;
        }
        return known;
    }

    private static int begin(@Nullable PackedProject project, ProfileId id, RecordEditor editor) {
        int place = project == null ? -1 : project.find(id);
        if (project == null || place < 0) {
            editor.clear();
        } else {
            project.begin(place, editor);
        }
        return place;
    }

    private @Nullable Rejection admit(ProfileId id, TableStep step) {
        Rejection refusal = step.admission().refusal(id);
        if (refusal != null) {
            session.reject(refusal, step.outcomes());
        }
        return refusal;
    }

    private void write(
            @Nullable PackedProject known,
            int place,
            ProfileId id,
            RecordEditor edited,
            @Nullable Profile before,
            TableStep step) {
        PackedProject project = owned(Name.of(id.token()), known);
        long bytes = project.bytes();
        // A copy keeps the places of its original.
        project.write(known == null ? project.find(id) : place, id, edited);
        Profile after = step.wantsProfiles() ? project.get(id) : null;
        tell(TableStep.Effect.WRITTEN, project.bytes() - bytes, before, after, step);
    }

    private void remove(
            @Nullable PackedProject known, int place, ProfileId id, @Nullable Profile before, TableStep step) {
        if (place < 0) {
            tell(TableStep.Effect.NONE, 0, null, null, step);
            return;
        }
        long gone = remove(owned(Name.of(id.token()), known), place, id);
        tell(TableStep.Effect.GONE, -gone, before, null, step);
    }

    private long remove(PackedProject project, int place, ProfileId id) {
        long gone = project.remove(place, id);
        if (project.count() == 0) {
            ownedProjects().remove(owner, Name.of(id.token()));
        }
        return gone;
    }

    private void tell(
            TableStep.Effect effect, long grown, @Nullable Profile before, @Nullable Profile after, TableStep step) {
        if (step.wantsProfiles()) {
            step.accepted(before, after, session.decided());
        } else {
            step.accepted(effect, grown, session.decided());
        }
    }

    private PackedProject owned(Name token, @Nullable PackedProject known) {
        if (known != null && known.isOwnedBy(owner)) {
            return known;
        }
        PackedProject project =
                known == null ? PackedProject.empty(owner, token, projects.sizes()) : known.copiedFor(owner);
        ownedProjects().put(owner, token, project);
        return project;
    }

    private PackedProjects ownedProjects() {
        if (frozen) {
            projects = projects.copy();
            frozen = false;
        }
        return projects;
    }

    @Override
    public void rest() {
        session.rest();
        editor = null;
    }

    @Override
    public void load(Profile profile) {
        ProfileId id = profile.id();
        Name token = Name.of(id.token());
        PackedProject project = owned(token, tidied(projects.project(token)));
        project.load(project.find(id), profile, editor());
        editor = null;
    }

    @Override
    public void clear(String token) {
        Name name = Name.of(token);
        if (projects.project(name) != null) {
            ownedProjects().remove(owner, name);
        }
    }

    @Override
    public TouchPass touchPass(int profiles) {
        return new PackedTouchPass(profiles);
    }

    @Nullable
    PackedProject project(Name token) {
        return projects.project(token);
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
