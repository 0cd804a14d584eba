package io.github.profileengine.oracle;

/** An alias call inside a batch. */
public record OracleAlias(String token, String alias, String id) implements OracleEntry {}
