/**
 * The Engage JSON form: reads updates from bytes, and writes profiles, updates and outcomes as NDJSON, with gzip for
 * both. It also reads and writes whole states and logs in files.
 *
 * <p>It knows JSON and the record fields, never what an operator does. It may import every exported package of the
 * engine and Jackson's streaming core; nothing of Jackson appears in a public signature. Entry types:
 * {@link io.github.profileengine.wire.UpdateReader} for files and streams,
 * {@link io.github.profileengine.wire.UpdateText} and {@link io.github.profileengine.wire.ObjectText} for the payload
 * of one request, {@link io.github.profileengine.wire.ProfileWriter}, {@link io.github.profileengine.wire.StateReader}
 * and {@link io.github.profileengine.wire.LogReader}.
 */
@NullMarked
package io.github.profileengine.wire;

import org.jspecify.annotations.NullMarked;
