/** Rules about the compiled engine: who may import whom, what is pure, what stays hidden. */
@NullMarked
package io.github.profileengine.architecture;

import org.jspecify.annotations.NullMarked;
