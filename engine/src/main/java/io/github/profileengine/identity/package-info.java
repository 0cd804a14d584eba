/**
 * Who is who: aliases of distinct ids.
 *
 * <p>Imports the JDK only. Entry type: {@link io.github.profileengine.identity.AliasTable}.
 */
@NullMarked
package io.github.profileengine.identity;

import org.jspecify.annotations.NullMarked;
