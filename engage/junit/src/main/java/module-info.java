/** The Engage test double for JUnit 5 tests: an extension, and assertions on profiles. */
module io.github.profileengine.junit {
    requires static org.jspecify;
    requires transitive io.github.profileengine.testdouble;
    requires transitive org.junit.jupiter.api;
    requires transitive org.assertj.core;

    exports io.github.profileengine.junit;
}
