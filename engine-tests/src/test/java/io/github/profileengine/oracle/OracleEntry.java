package io.github.profileengine.oracle;

/** One entry of a batch. */
public sealed interface OracleEntry permits OracleUpdate, OracleAlias {}
