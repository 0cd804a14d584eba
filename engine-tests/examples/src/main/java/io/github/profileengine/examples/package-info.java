/**
 * Programs to run and to learn from, one class a question. On the class path, so that each also runs from its source
 * file.
 */
@NullMarked
package io.github.profileengine.examples;

import org.jspecify.annotations.NullMarked;
