/**
 * Examples of the specification in files, one per operator and topic, for the engine and the oracle. The README beside
 * the files explains their keys. {@link io.github.profileengine.vectors.VectorTest} is the entry.
 */
package io.github.profileengine.vectors;
