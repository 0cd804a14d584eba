/**
 * Requests of official clients: which parameters they carry, where their payload is and how it is packed, and the
 * events of {@code /track} and {@code /import}.
 *
 * <p>It knows neither servers nor sockets. It may import the wire package, and the engine's identity and reducer. Entry
 * types: {@link io.github.profileengine.wire.request.RequestDecoder} and
 * {@link io.github.profileengine.wire.request.EventReader}; both are pure functions of their arguments.
 */
@NullMarked
package io.github.profileengine.wire.request;

import org.jspecify.annotations.NullMarked;
