/** Wrong on purpose: examples that the architecture rules must find. */
@NullMarked
package io.github.profileengine.architecture.wrong.log;

import org.jspecify.annotations.NullMarked;
