/**
 * The laws' common ground: generators of values, updates and batches, the subjects on which a law runs, and wrong
 * programs that each law must catch. The properties themselves stand in the packages of what they are about, and extend
 * {@link io.github.profileengine.laws.ReducerLaws} or {@link io.github.profileengine.laws.StoreLaws}. Imports the
 * oracle.
 */
package io.github.profileengine.laws;
