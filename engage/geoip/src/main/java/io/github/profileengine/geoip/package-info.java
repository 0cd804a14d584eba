/**
 * A locator that reads MaxMind databases.
 *
 * <p>It may import the engine's locations and the library that reads the format. Entry type:
 * {@link io.github.profileengine.geoip.MaxMindLocator}.
 */
@NullMarked
package io.github.profileengine.geoip;

import org.jspecify.annotations.NullMarked;
