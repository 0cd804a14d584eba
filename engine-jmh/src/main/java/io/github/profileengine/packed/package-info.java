/**
 * A look into the packed store from within its package, for the footprint report. Nothing of the engine knows of it.
 */
@NullMarked
package io.github.profileengine.packed;

import org.jspecify.annotations.NullMarked;
