package io.github.profileengine.wire;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.snapshot.SnapshotBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** States for tests, and their conversion to bytes and back. */
final class States {

    private States() {}

    /** Two projects, a group, a chain of aliases, and values on which code breaks easily. */
    static Snapshot small() {
        return Snapshot.builder()
                .alias("t", "b", "a")
                .alias("t", "c", "b")
                .alias("Z", "\ud83d\ude00", "\uffff")
                .add(Profile.of(ProfileId.group("t", "k", "1"), Map.of("$ip", "x", "$end", 9007199254740993L)))
                .add(Profile.of(ProfileId.user("t", "b"), Map.of("n", Arrays.asList(null, 0.1, -1e300, List.of()))))
                .add(Profile.of(ProfileId.user("t", "a"), Map.of("\u0000\"", "\u2028\\", "m", Map.of("b", 1, "a", 2))))
                .add(Profile.empty(ProfileId.user("Z", "\u00e9")))
                .build();
    }

    static Snapshot of(Profile... profiles) {
        SnapshotBuilder builder = Snapshot.builder();
        for (Profile profile : profiles) {
            builder.add(profile);
        }
        return builder.build();
    }

    static byte[] written(Snapshot state) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            StateWriter.write(state, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    static Snapshot read(byte[] file) throws IOException {
        return StateReader.read(new ByteArrayInputStream(file), ReaderOptions.fileDefaults());
    }

    static Snapshot read(String file) throws IOException {
        return read(Records.utf8(file));
    }
}
