package io.github.profileengine.store.history;

import java.util.List;

/** A list of marks as it was read, whole. Few of the reads are kept so: they cost memory. */
record WholeRead(int branch, int profile, List<?> marks) {}
