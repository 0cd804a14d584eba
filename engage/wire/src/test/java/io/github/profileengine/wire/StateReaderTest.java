package io.github.profileengine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.store.Batch;
import io.github.profileengine.store.ProfileEngine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateReaderTest {

    private static final byte[] SMALL = States.written(States.small());

    private static FileProblem refused(byte[] file) {
        InvalidFileException refused = catchThrowableOfType(InvalidFileException.class, () -> States.read(file));
        assertThat(refused).as(() -> new String(file, StandardCharsets.UTF_8)).isNotNull();
        assertThat(refused).hasMessage(refused.problem().toString());
        return refused.problem();
    }

    /** The number of the line that contains the byte at an index. */
    private static long line(byte[] file, int at) {
        return Lines.count(file, 0, at) + 1;
    }

    @Test
    void read_whatWasWritten_isTheSameState_andWritesTheSameBytes() throws IOException {
        Snapshot read = States.read(SMALL);

        assertThat(read).isEqualTo(States.small());
        assertThat(States.written(read)).isEqualTo(SMALL);
        assertThat(read.profile(ProfileId.group("t", "k", "1")).orElseThrow().get("$end"))
                .isEqualTo(9007199254740993L);
        assertThat(read.resolve("t", "c")).isEqualTo("a");
    }

    @Test
    void read_gzip_isKnownByItsContent() throws IOException {
        assertThat(States.read(SealedTexts.gzip(SMALL))).isEqualTo(States.small());
    }

    @Test
    void read_bytesThatTrickleIn_isTheSame() throws IOException {
        InputStream slow = Records.trickle(SMALL, 3);

        assertThat(StateReader.read(slow, ReaderOptions.fileDefaults())).isEqualTo(States.small());
    }

    @Test
    void hash_ofAFile_isThatOfTheState() throws IOException {
        assertThat(StateReader.hash(new ByteArrayInputStream(SMALL), ReaderOptions.fileDefaults()))
                .isEqualTo(States.small().stateHash());
    }

    @Test
    void hash_ofADamagedFile_isRefusedToo() {
        byte[] cut = Arrays.copyOf(SMALL, SMALL.length - 1);

        assertThatThrownBy(() -> StateReader.hash(new ByteArrayInputStream(cut), ReaderOptions.fileDefaults()))
                .isInstanceOf(InvalidFileException.class);
    }

    @Test
    void read_cutAtAnyByte_isRefusedWhereItEnds() {
        for (int length = 0; length < SMALL.length; length++) {
            FileProblem problem = refused(Arrays.copyOf(SMALL, length));

            assertThat(problem.line()).isEqualTo(line(SMALL, length));
            assertThat(problem.text()).containsAnyOf("cut", "an empty file");
        }
    }

    @Test
    void read_withAnyBitFlipped_isRefused() {
        for (int bit = 0; bit < SMALL.length * 8; bit++) {
            byte[] flipped = SMALL.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);

            assertThat(refused(flipped).line()).isBetween(line(SMALL, bit / 8), line(SMALL, SMALL.length));
        }
    }

    @Test
    void read_gzipCutAtAnyByte_isRefused() {
        byte[] gzip = SealedTexts.gzip(SMALL);
        for (int length = 2; length < gzip.length; length++) {
            assertThat(refused(Arrays.copyOf(gzip, length)).text()).endsWith("damaged gzip: it ends too early");
        }
    }

    @Test
    void read_gzipWithAnyBitFlipped_isRefused_orStillTheSameState() throws IOException {
        byte[] gzip = SealedTexts.gzip(SMALL);
        int withoutMeaning = 0;
        for (int bit = 0; bit < gzip.length * 8; bit++) {
            byte[] flipped = gzip.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                assertThat(States.read(flipped)).isEqualTo(States.small());
                withoutMeaning++;
            } catch (InvalidFileException refused) {
                assertThat(refused.problem().line()).isPositive();
            }
        }
        // One flag, the time, the level and the system of the writer, and the padding of the last byte of deflated
        // data.
        assertThat(withoutMeaning).isLessThanOrEqualTo(1 + 6 * 8 + 7);
    }

    @Test
    void read_gzipFollowedByAnything_isRefused() {
        byte[] gzip = SealedTexts.gzip(SMALL);
        byte[] longer = Arrays.copyOf(gzip, gzip.length + 1);
        longer[gzip.length] = 'x';

        assertThat(refused(longer)).hasToString("line 11: damaged gzip: other data follows its end");
    }

    @Test
    void read_gzipThatInflatesToMoreThanAllowed_isRefused() {
        ReaderOptions few = ReaderOptions.fileDefaults().withMaxInflatedBytes(100);

        assertThatThrownBy(() -> StateReader.read(new ByteArrayInputStream(SealedTexts.gzip(SMALL)), few))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageEndingWith("it inflates to over 100 bytes, the most allowed here (maxInflatedBytes,"
                        + " --max-inflated-bytes)");
    }

    @Test
    void read_fromAStreamThatFails_throwsThatFailure() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk on fire");
            }
        };

        assertThatThrownBy(() -> StateReader.read(failing, ReaderOptions.fileDefaults()))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("disk on fire");
    }

    @Test
    void read_always_closesItsStream() throws IOException {
        for (byte[] file : new byte[][] {SMALL, {'x'}}) {
            boolean[] closed = {false};
            InputStream in = new ByteArrayInputStream(file) {
                @Override
                public void close() {
                    closed[0] = true;
                }
            };
            try {
                StateReader.read(in, ReaderOptions.fileDefaults());
            } catch (InvalidFileException refused) {
                assertThat(file).hasSize(1);
            }
            assertThat(closed[0]).isTrue();
        }
    }

    @Test
    void read_profileFarBeyondARecord_isWhole() throws IOException {
        Map<String, Object> properties = new HashMap<>();
        for (int i = 0; i < 2_500; i++) {
            properties.put("name " + i, "x".repeat(1_000));
        }
        Snapshot large = States.of(Profile.of(ProfileId.user("t", "u"), properties));

        assertThat(States.written(large)).hasSizeGreaterThan(2 << 20);
        assertThat(States.read(States.written(large))).isEqualTo(large);
    }

    /** An append puts a list around a value that is as deep as an operand may be. */
    @Test
    void read_profileDeeperThanAnyOperand_isWhole() throws IOException {
        Object deepest = 1;
        for (int level = 0; level < 98; level++) {
            deepest = Map.of("a", deepest);
        }
        ProfileEngine engine = ProfileEngine.builder().build();
        engine.apply(Batch.of(
                Update.of(ProfileId.user("t", "u")).append("l", deepest).build()));

        assertThat(States.read(States.written(engine.snapshot()))).isEqualTo(engine.snapshot());
    }

    @Test
    void read_valueOfAThousandLevels_isWhole_oneMoreIsRefused() throws IOException {
        String thousand = profile("u", "{\"a\":" + "[".repeat(1_000) + "]".repeat(1_000) + "}");
        String more = profile("u", "{\"a\":" + "[".repeat(1_001) + "]".repeat(1_001) + "}");

        assertThat(new String(States.written(States.read(SealedTexts.state(thousand))), StandardCharsets.UTF_8))
                .isEqualTo(SealedTexts.state(thousand));
        assertThat(refused(Records.utf8(SealedTexts.state(more))))
                .hasToString("line 2: nested over 1000 levels, or a number of over 1000 characters");
    }

    @Test
    void read_lineAtTheBound_isWhole_oneByteMoreIsRefused() throws IOException {
        String line = profile("u", "{\"a\":\"" + "x".repeat(500) + "\"}");
        ReaderOptions exact = ReaderOptions.fileDefaults().withMaxTextBytes(line.length());
        ReaderOptions less = ReaderOptions.fileDefaults().withMaxTextBytes(line.length() - 1);

        assertThat(StateReader.read(SealedTexts.in(SealedTexts.state(line)), exact)
                        .count())
                .isOne();
        assertThatThrownBy(() -> StateReader.read(SealedTexts.in(SealedTexts.state(line)), less))
                .isInstanceOf(InvalidFileException.class)
                .hasMessage("line 2: a line is longer than " + (line.length() - 1)
                        + " bytes, the most allowed here (maxTextBytes, --max-line-bytes)");
    }

    static String profile(String id, String properties) {
        return "{\"$token\":\"t\",\"$distinct_id\":\"" + id + "\",\"$properties\":" + properties + "}";
    }
}
