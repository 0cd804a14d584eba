package io.github.profileengine.cli;

import io.github.profileengine.profile.ProfileId;
import org.jspecify.annotations.Nullable;

/**
 * Where two logs first differ, by line in the first one.
 *
 * @param target the profile whose updates differ; null if all updates up to there agree, and the entries after them
 *     differ
 * @param first where in the first log
 * @param second where in the second log
 */
record LogDifference(@Nullable ProfileId target, Place first, Place second) {

    /**
     * A place in a log.
     *
     * @param line of the update or entry; of the barrier that ends the updates, or of the end, if there is no update
     * @param hasUpdate whether the log has an update there
     */
    record Place(long line, boolean hasUpdate) {}
}
