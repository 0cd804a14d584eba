/** Rules about the compiled engine: which package may see which, what the pure ones must not touch, what stays inside. */
@NullMarked
package io.github.profileengine.architecture;

import org.jspecify.annotations.NullMarked;
