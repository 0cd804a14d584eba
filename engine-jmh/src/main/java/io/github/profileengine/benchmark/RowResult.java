package io.github.profileengine.benchmark;

import java.util.List;
import java.util.Optional;

/**
 * The result of a row, from this run or an earlier one.
 *
 * @param run the run to which the row belongs
 * @param cells the cells that it adds to the table; if it failed, those that it would have had
 * @param failure why it failed, in one line; empty if it did not fail
 */
record RowResult(Run run, List<Cell> cells, Optional<String> failure) {}
