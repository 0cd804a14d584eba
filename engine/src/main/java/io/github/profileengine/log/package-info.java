/**
 * The log of accepted updates: what an engine's state can be made of again, in an order that a replay may follow.
 *
 * <p>May import {@code snapshot} and what it imports. Entry types: {@link io.github.profileengine.log.Recording}, which
 * an engine fills, and {@link io.github.profileengine.log.LogEntry}.
 */
@NullMarked
package io.github.profileengine.log;

import org.jspecify.annotations.NullMarked;
