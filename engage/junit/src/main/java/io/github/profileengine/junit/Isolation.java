package io.github.profileengine.junit;

/** How the tests of an {@link EngageExtension} are isolated from each other. */
public enum Isolation {
    /** Every test has its own project, with a token that no other test has; tests may run in parallel. */
    FRESH_TOKEN,
    /** Before every test everything is forgotten. The token stays the same, so tests run one after another. */
    RESET,
    /**
     * Before every test the initial state is restored, with what {@code @BeforeAll} made before the first test. The
     * token stays the same, so tests run one after another.
     */
    FORK
}
