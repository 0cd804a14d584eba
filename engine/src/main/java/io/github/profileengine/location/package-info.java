/**
 * Locations of IP addresses and of coordinates, with the details that profiles store.
 *
 * <p>A leaf: imports the JDK only. Entry type: {@link io.github.profileengine.location.Locator}.
 */
@NullMarked
package io.github.profileengine.location;

import org.jspecify.annotations.NullMarked;
