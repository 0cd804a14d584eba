/** Rules about the source tree itself: sizes, names, and that everything that belongs together is there. */
@NullMarked
package io.github.profileengine.tree;

import org.jspecify.annotations.NullMarked;
