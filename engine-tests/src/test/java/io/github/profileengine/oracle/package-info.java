/**
 * A second implementation of the specification, written from its text with plain maps, to compare the engine with. It
 * imports nothing of the engine, so that they share no mistake. {@link io.github.profileengine.oracle.Oracle} is the
 * entry.
 */
package io.github.profileengine.oracle;
