/**
 * Example programs to run and to learn from; each class answers one question. They are on the class path and not in a
 * module, so that each also runs from its source file.
 */
@NullMarked
package io.github.profileengine.examples;

import org.jspecify.annotations.NullMarked;
