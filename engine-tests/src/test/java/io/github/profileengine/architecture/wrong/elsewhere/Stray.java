package io.github.profileengine.architecture.wrong.elsewhere;

/** A type in a package that has no place in the flow. */
public final class Stray {}
