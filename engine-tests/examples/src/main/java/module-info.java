/** Programs to run and to learn from. */
module io.github.profileengine.examples {
    requires static org.jspecify;
    requires io.github.profileengine;
}
