package io.github.profileengine.benchmark.store;

/**
 * A new value of one property of one profile. Id and value are made afresh for each, as a decoder makes them; names are
 * the instances that a decoder's symbol table would hand out.
 */
public record Edit(String id, String name, Object value) {}
