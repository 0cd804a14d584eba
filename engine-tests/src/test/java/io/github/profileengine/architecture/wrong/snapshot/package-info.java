/** Wrong on purpose: examples that the architecture rules must find. */
@NullMarked
package io.github.profileengine.architecture.wrong.snapshot;

import org.jspecify.annotations.NullMarked;
