/**
 * What a program outside the engine may name. These tests pin the public names: one that no longer compiles means that
 * programs written against the engine no longer compile either.
 */
@NullMarked
package io.github.profileengine.consumer;

import org.jspecify.annotations.NullMarked;
