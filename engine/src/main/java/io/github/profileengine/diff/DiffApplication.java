package io.github.profileengine.diff;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.representation.CurrentValue;
import io.github.profileengine.representation.ObjectEditor;
import io.github.profileengine.representation.ObjectValue;
import org.jspecify.annotations.Nullable;

/**
 * One application of a difference to one state, as {@link ProfileDiff#applyTo} describes. For one use. Everything is
 * staged and checked before anything is created, so a conflict leaves nothing behind.
 */
final class DiffApplication {
    private final ProfileDiff diff;
    // Not Profile.set, which rejects values that are nested deeper
    // than an operand may be. An append can create such values.
    private final ObjectEditor editor = new ObjectEditor();

    DiffApplication(ProfileDiff diff) {
        this.diff = diff;
    }

    @Nullable
    Profile to(@Nullable Profile profile) {
        if ((profile == null) != (diff.kind() == ProfileDiff.Kind.ADDED)) {
            throw DiffConflictException.ofProfile(diff.id(), profile != null);
        }
        Profile base = profile == null ? Profile.empty(diff.id()) : profile;
        base.beginIn(editor);
        diff.changes().forEach(change -> stage(change, base));
        if (diff.kind() == ProfileDiff.Kind.REMOVED) {
            requireNothingLeft(base.asObject());
            return null;
        }
        editor.commit();
        return Profile.committed(base, base.id(), editor);
    }

    private void stage(PropertyChange change, Profile base) {
        Object expected = change.slotBefore();
        if (!editor.view(change.slotName()).sameAs(expected)) {
            Object found = base.contains(change.name()) ? base.get(change.name()) : CurrentValue.ABSENT;
            throw DiffConflictException.ofProperty(diff.id(), change.name(), expected, found);
        }
        editor.stage(change.slotAfter());
    }

    private void requireNothingLeft(ObjectValue properties) {
        if (editor.size() == 0) {
            return;
        }
        int at = 0;
        while (editor.view(properties.name(at)).isAbsent()) {
            at++;
        }
        String name = properties.name(at).text();
        throw DiffConflictException.ofProperty(diff.id(), name, CurrentValue.ABSENT, properties.value(at));
    }
}
