/** Fuzz tests with Jazzer for input from outside: no input may make a reader throw, hang or contradict itself. */
@NullMarked
package io.github.profileengine.fuzz;

import org.jspecify.annotations.NullMarked;
