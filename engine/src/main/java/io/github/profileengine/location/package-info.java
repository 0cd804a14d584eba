/**
 * Where an address or a pair of coordinates lies, as far as profiles care.
 *
 * <p>A leaf: imports the JDK only. Entry type: {@link io.github.profileengine.location.Locator}.
 */
@NullMarked
package io.github.profileengine.location;

import org.jspecify.annotations.NullMarked;
