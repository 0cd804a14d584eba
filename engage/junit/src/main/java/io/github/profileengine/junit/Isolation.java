package io.github.profileengine.junit;

/** How the tests of an {@link EngageExtension} are kept apart. */
public enum Isolation {
    /** Every test has a project of its own, with a token that no other has; tests may run in parallel. */
    FRESH_TOKEN,
    /** Before every test everything is forgotten; the token stays the same, so tests run one after another. */
    RESET,
    /**
     * Before every test the state of the start is restored, with what {@code @BeforeAll} made before the first of them;
     * the token stays the same, so tests run one after another.
     */
    FORK
}
