package io.github.profileengine.benchmark.store;

import java.util.Map;

/** A profile that does not exist yet, without its automatic times. */
public record Newcomer(String id, Map<String, Object> properties) {}
