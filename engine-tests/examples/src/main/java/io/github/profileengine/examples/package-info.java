/** Programs to run and to learn from, one class a question. See exported packages only. */
@NullMarked
package io.github.profileengine.examples;

import org.jspecify.annotations.NullMarked;
