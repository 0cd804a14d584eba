package io.github.profileengine.testdouble.expression;

import org.jspecify.annotations.Nullable;

/** The properties of one profile, as expressions read them. */
@FunctionalInterface
public interface PropertySource {
    /** The canonical value of a property; {@link Undefined#UNDEFINED} if it is missing, null if it holds null. */
    @Nullable
    Object property(String name);
}
