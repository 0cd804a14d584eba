/**
 * Requests of official clients: which parameters they carry, where their payload lies and how it is packed, and the
 * events of {@code /track} and {@code /import}.
 *
 * <p>It knows neither servers nor sockets. It may import the wire package.
 */
@NullMarked
package io.github.profileengine.wire.request;

import org.jspecify.annotations.NullMarked;
