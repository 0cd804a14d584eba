/**
 * The log of accepted updates. A replay of the log rebuilds the state of an engine; the order of the entries allows
 * that.
 *
 * <p>May import {@code snapshot} and what it imports. Entry types: {@link io.github.profileengine.log.Recording}, which
 * an engine fills, and {@link io.github.profileengine.log.LogEntry}.
 */
@NullMarked
package io.github.profileengine.log;

import org.jspecify.annotations.NullMarked;
