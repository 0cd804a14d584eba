package io.github.profileengine.store.history;

import io.github.profileengine.log.Recording;
import io.github.profileengine.store.ProfileEngine;
import org.jspecify.annotations.Nullable;

/**
 * An engine of a run: the first one, or a fork of a branch.
 *
 * @param number from 0, later than its parent's
 * @param start what it began with, read from its parent's point of view; null for the first one
 * @param log what was recorded since; null where nothing is deleted, and the lists at the end tell all
 */
record Branch(
        int number,
        ProfileEngine engine,
        @Nullable CutRead start,
        @Nullable Recording log) {}
