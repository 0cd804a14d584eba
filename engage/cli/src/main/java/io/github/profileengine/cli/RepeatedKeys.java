package io.github.profileengine.cli;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Finds keys that options of the form {@code KEY=VALUE} were given twice, of which picocli keeps the last value only.
 */
final class RepeatedKeys {

    private RepeatedKeys() {}

    /** A message about a key that an option of this command was given more than once; null if there is none. */
    static @Nullable String in(CommandSpec command) {
        for (OptionSpec option : command.options()) {
            Set<Object> seen = new HashSet<>();
            // Of such an option, each argument is a map with one key.
            for (Object given : option.typedValues()) {
                for (Object key : given instanceof Map<?, ?> pair ? pair.keySet() : Set.of()) {
                    if (!seen.add(key)) {
                        return option.longestName() + ": " + key + " is given more than once";
                    }
                }
            }
        }
        return null;
    }
}
