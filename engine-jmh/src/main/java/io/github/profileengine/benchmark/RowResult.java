package io.github.profileengine.benchmark;

import java.util.List;
import java.util.Optional;

/**
 * What came of a row, now or in an earlier run.
 *
 * @param run what it is one row of
 * @param cells what it adds to the table; where it failed, those it would have had
 * @param failure in one line why it failed; empty if it did not
 */
record RowResult(Run run, List<Cell> cells, Optional<String> failure) {}
