package io.github.profileengine.packed;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.DecidedRules;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerSession;
import io.github.profileengine.reducer.Rejection;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.representation.Name;
import io.github.profileengine.table.DividedTable;
import io.github.profileengine.table.Projects;
import io.github.profileengine.table.ReadPass;
import io.github.profileengine.table.TableStep;
import io.github.profileengine.table.TouchPass;
import org.jspecify.annotations.Nullable;

/**
 * Profiles as records in byte arrays. An update stages, judges and writes bytes; a {@link Profile} is made only if
 * somebody asks for it.
 *
 * <h2>Freezing</h2>
 *
 * A copy of a project is a copy of its table of references. The records are shared and from then on never written
 * again: changes are appended.
 */
public final class PackedTable extends DividedTable<PackedProject> {
    // The place of a profile whose project does not exist. It equals ~0, a free place in a project that exists.
    private static final int NOWHERE = -1;

    private final Reducer reducer;
    private final PackedSizes sizes;

    public PackedTable(Reducer reducer) {
        this(reducer, PackedSizes.DEFAULT);
    }

    PackedTable(Reducer reducer, PackedSizes sizes) {
        this(
                reducer,
                sizes,
                Projects.empty(PackedProject.class, (thawing, content) -> new PackedTable(thawing, sizes, content)));
    }

    private PackedTable(Reducer reducer, PackedSizes sizes, Projects<PackedProject> content) {
        super(content);
        this.sizes = sizes;
        this.reducer = reducer;
    }

    @Override
    protected PackedProject emptyProject(Object itsOwner, Name token) {
        return PackedProject.empty(itsOwner, token, sizes);
    }

    @Override
    public void apply(Update update, TableStep step) {
        ProfileId id = update.target();
        PackedProject project = compactedIfWasteful(id.project());
        int place = project == null ? NOWHERE : project.find(id, step.isTouched());
        // Made only now, while the record is still on its way from memory.
        BatchScratch scratch = scratch(step);
        RecordEditor edited = scratch.editor();
        ReducerSession session = scratch.session();
        begin(project, place, edited);
        Profile before = place >= 0 && step.wantsProfiles() ? edited.base().profile(id) : null;
        session.stage(edited, place >= 0, update, step.outcomes());
        Rejection rejection = session.rejection();
        if (rejection != null) {
            step.rejected(rejection, session.decided());
        } else if (!session.exists()) {
            remove(project, place, id, before, session.decided(), step);
        } else if (edited.encodeStaged() || place < 0) {
            // A new profile is written even if it has no property.
            write(project, place, id, scratch, before, step);
        } else {
            tell(TableStep.Effect.NONE, 0, before, before, session.decided(), step);
        }
    }

    // Before the update: a record must not move between being found and being written.
    private @Nullable PackedProject compactedIfWasteful(Name token) {
        PackedProject project = project(token);
        if (project == null || !project.isWasteful()) {
            return project;
        }
        // What a fork shares is copied here and not by the update: else, with a fork before each update, nothing would
        // ever be compacted. A copy tolerates more garbage, so copying may be enough.
        PackedProject own = owned(token, project);
        if (own.isWasteful()) {
            own.compact();
        }
        return own;
    }

    private BatchScratch scratch(TableStep step) {
        if (step.kept() instanceof BatchScratch known) {
            return known;
        }
        ReducerSession session = reducer.session();
        session.expectAccepted(step.acceptedAt());
        BatchScratch fresh = new BatchScratch(new RecordEditor(), session);
        step.keep(fresh);
        return fresh;
    }

    private static void begin(@Nullable PackedProject project, int place, RecordEditor editor) {
        if (project == null || place < 0) {
            editor.clear();
        } else {
            project.begin(place, editor);
        }
    }

    private @Nullable Rejection admit(ProfileId id, ReducerSession session, TableStep step) {
        Rejection refusal = step.admission().admit(id);
        if (refusal != null) {
            session.reject(refusal, step.outcomes());
        }
        return refusal;
    }

    private void write(
            @Nullable PackedProject known,
            int place,
            ProfileId id,
            BatchScratch scratch,
            @Nullable Profile before,
            TableStep step) {
        ReducerSession session = scratch.session();
        // Admitted only now: encoding a deep value may overflow the stack, and the profile would stay counted.
        Rejection refusal = place < 0 ? admit(id, session, step) : null;
        if (refusal != null) {
            step.rejected(refusal, session.decided());
            return;
        }
        long grown;
        try {
            grown = writeToOwned(known, place, id, scratch.editor());
        } catch (RuntimeException | Error failed) {
            if (place < 0) {
                step.admission().withdraw(id);
            }
            throw failed;
        }
        // Reported before memory can run out: it has happened.
        step.accepted(TableStep.Effect.WRITTEN, grown, session.decided());
        if (step.wantsProfiles()) {
            step.accepted(before, get(id), grown, session.decided());
        }
    }

    // Returns by how many estimated bytes the profile grew.
    private long writeToOwned(@Nullable PackedProject known, int place, ProfileId id, RecordEditor editor) {
        PackedProject project = owned(id.project(), known);
        // A copy keeps the places of its original.
        return project.write(known == null ? project.find(id) : place, id, editor);
    }

    private void remove(
            @Nullable PackedProject known,
            int place,
            ProfileId id,
            @Nullable Profile before,
            DecidedRules decided,
            TableStep step) {
        if (place < 0) {
            tell(TableStep.Effect.NONE, 0, null, null, decided, step);
            return;
        }
        PackedProject project = owned(id.project(), known);
        long gone = project.remove(place, id);
        // Reported before memory can run out: it has happened.
        tell(TableStep.Effect.GONE, -gone, before, null, decided, step);
        if (project.count() == 0) {
            remove(id.project());
        }
    }

    private static void tell(
            TableStep.Effect effect,
            long grown,
            @Nullable Profile before,
            @Nullable Profile after,
            DecidedRules decided,
            TableStep step) {
        if (step.wantsProfiles()) {
            step.accepted(before, after, grown, decided);
        } else {
            step.accepted(effect, grown, decided);
        }
    }

    @Override
    public void releaseScratch() {
        // All scratch belongs to the batch.
    }

    @Override
    public void load(Profile profile) {
        ProfileId id = profile.id();
        PackedProject project = owned(id.project(), compactedIfWasteful(id.project()));
        project.load(project.find(id), profile, new RecordEditor());
    }

    @Override
    public TouchPass touchPass(int profiles) {
        return new PackedTouchPass(profiles);
    }

    @Override
    public ReadPass readPass(@Nullable Profile[] found) {
        return new PackedReadPass(found);
    }

    /** The project of a profile, which may not exist; null if the project does not. */
    @Nullable
    PackedProject projectOf(ProfileId id) {
        return project(id.project());
    }

    /**
     * Scratch for all updates of one batch, made anew for each. Kept in the table it would be an old object, and would
     * move from processor to processor with the lock.
     */
    private record BatchScratch(RecordEditor editor, ReducerSession session) {}
}
