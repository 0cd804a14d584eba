package io.github.profileengine.cli;

import io.github.profileengine.profile.ProfileId;
import org.jspecify.annotations.Nullable;

/**
 * The place where two logs first differ, by line in the first one.
 *
 * @param target the profile whose updates differ; null if all updates before this place agree, and the entries here
 *     differ
 * @param first the place in the first log
 * @param second the place in the second log
 */
record LogDifference(@Nullable ProfileId target, Place first, Place second) {

    /**
     * A place in a log.
     *
     * @param line the line of the update or entry. If there is no update, the line of the barrier or the end that
     *     follows the updates
     * @param hasUpdate whether the log has an update there
     */
    record Place(long line, boolean hasUpdate) {}
}
