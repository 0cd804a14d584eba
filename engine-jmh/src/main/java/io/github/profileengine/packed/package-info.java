/** Looks into the packed store from within its package, for the footprint report. The engine does not know of it. */
@NullMarked
package io.github.profileengine.packed;

import org.jspecify.annotations.NullMarked;
