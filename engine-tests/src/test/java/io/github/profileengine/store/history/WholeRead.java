package io.github.profileengine.store.history;

import java.util.List;

/** A list of marks as it was read, whole. Only a few reads are kept whole, because they take memory. */
record WholeRead(int branch, int profile, List<?> marks) {}
