package io.github.profileengine.store.history;

import io.github.profileengine.log.Recording;
import io.github.profileengine.store.ProfileEngine;
import org.jspecify.annotations.Nullable;

/**
 * An engine of a run: the first one, or a fork of a branch.
 *
 * @param number counts from 0 and is larger than that of its parent
 * @param start what it started with, as a read of its parent; null for the first one
 * @param log what was recorded since; null where nothing is deleted, and the lists at the end are enough
 */
record Branch(
        int number,
        ProfileEngine engine,
        @Nullable CutRead start,
        @Nullable Recording log) {}
