/**
 * Builds canonical values and writes their canonical text, for codecs and for all other code that passes values in.
 *
 * <p>A value is plain Java: {@code String}, {@code Long}, {@code Double}, {@code Boolean}, {@code null}, a read-only
 * {@code List} or a read-only {@code Map} with its names in code point order. May import {@code representation}. Entry
 * types: {@link io.github.profileengine.value.ValueBuilder} and {@link io.github.profileengine.value.CanonicalText}.
 */
@NullMarked
package io.github.profileengine.value;

import org.jspecify.annotations.NullMarked;
