/**
 * Identity: aliases of distinct ids.
 *
 * <p>May import {@code representation}. Entry type: {@link io.github.profileengine.identity.AliasTable}.
 */
@NullMarked
package io.github.profileengine.identity;

import org.jspecify.annotations.NullMarked;
