package io.github.profileengine.cli;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.store.ProfileEngine;
import io.github.profileengine.wire.ProfileWriter;
import java.io.IOException;
import java.util.Iterator;
import java.util.stream.Stream;

/** Prints the profiles of an engine as NDJSON, in canonical order, compressed if the name of the output asks for it. */
final class ProfileLines {

    private ProfileLines() {}

    /** Writes all profiles and completes the output. Stops early if the reader has gone. */
    static void write(ProfileEngine engine, OutputFile output) throws UnusableFileException {
        try (ProfileWriter writer = new ProfileWriter(output.encoded());
                Stream<Profile> profiles = engine.profiles()) {
            for (Iterator<Profile> each = profiles.iterator(); each.hasNext() && !output.isAbandoned(); ) {
                writer.write(each.next());
            }
        } catch (IOException problem) {
            throw new UnusableFileException(output.name(), problem);
        }
        output.commit();
    }
}
