package io.github.profileengine.cli;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.store.ProfileEngine;
import io.github.profileengine.value.CanonicalText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.stream.Stream;

/** Prints the profiles of an engine as NDJSON, in canonical order. */
final class ProfileLines {

    private ProfileLines() {}

    /** Writes all profiles and completes the output; stops early where nobody reads on. */
    static void write(ProfileEngine engine, OutputFile output) throws UnusableFileException {
        try (Stream<Profile> profiles = engine.profiles()) {
            for (Iterator<Profile> each = profiles.iterator(); each.hasNext() && !output.isAbandoned(); ) {
                output.stream().write(line(each.next()).getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException problem) {
            throw new UnusableFileException(output.name(), problem);
        }
        output.commit();
    }

    private static String line(Profile profile) {
        ProfileId id = profile.id();
        StringBuilder line = new StringBuilder(512).append("{\"$token\":");
        CanonicalText.append(line, id.token());
        if (id.isGroup()) {
            line.append(",\"$group_key\":");
            CanonicalText.append(line, id.groupKey().orElseThrow());
        }
        line.append(id.isGroup() ? ",\"$group_id\":" : ",\"$distinct_id\":");
        CanonicalText.append(line, id.id());
        return line.append(",\"$properties\":")
                .append(profile.canonicalText())
                .append("}\n")
                .toString();
    }
}
