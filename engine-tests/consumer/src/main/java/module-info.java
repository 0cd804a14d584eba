/** A program as a user would write one: it requires the engine by module name and sees its exported packages only. */
module io.github.profileengine.consumer {
    requires io.github.profileengine;
}
