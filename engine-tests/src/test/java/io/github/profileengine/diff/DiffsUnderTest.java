package io.github.profileengine.diff;

import io.github.profileengine.profile.Profile;

/** Differences as the laws see them: those of the engine. Not final: {@link WrongDiffs} change a method. */
class DiffsUnderTest {
    /** The difference between two states of one id; null is no profile. */
    Object between(Profile before, Profile after) {
        return ProfileDiff.between(before, after);
    }

    Object inverse(Object diff) {
        return ((ProfileDiff) diff).inverse();
    }

    Profile applied(Object diff, Profile state) {
        return ((ProfileDiff) diff).applyTo(state);
    }
}
