package io.github.profileengine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.profileengine.log.LogEntry;
import io.github.profileengine.reducer.Limits;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.snapshot.StateHash;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class LogReaderTest {

    private static final byte[] SMALL = Logs.written(Logs.small());

    private static LogReader of(byte[] file) throws IOException {
        return LogReader.of(new ByteArrayInputStream(file), ReaderOptions.fileDefaults());
    }

    private static LogReader lenient(byte[] file) throws IOException {
        return LogReader.lenient(new ByteArrayInputStream(file), ReaderOptions.fileDefaults());
    }

    private static FileProblem refused(byte[] file) {
        InvalidFileException refused = catchThrowableOfType(InvalidFileException.class, () -> Logs.read(file));
        assertThat(refused).isNotNull();
        return refused.problem();
    }

    private static long line(byte[] file, int at) {
        return Lines.count(file, 0, at) + 1;
    }

    @Test
    void read_whatWasWritten_isTheSameEntries() throws IOException {
        assertThat(Logs.read(SMALL)).isEqualTo(Logs.small());
        assertThat(Logs.written(Logs.read(SMALL))).isEqualTo(SMALL);
        assertThat(Logs.read(SealedTexts.gzip(SMALL))).isEqualTo(Logs.small());
    }

    /** The reader also closes a source from which nothing can be read. */
    @Test
    void of_sourceThatFailsAtOnce_isClosed() {
        List<InputStream> closed = new ArrayList<>();
        class Broken extends InputStream {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk is gone");
            }

            @Override
            public void close() {
                closed.add(this);
            }
        }
        assertThatThrownBy(() -> LogReader.of(new Broken(), ReaderOptions.fileDefaults()))
                .hasMessage("the disk is gone");
        assertThatThrownBy(() -> StateReader.read(new Broken(), ReaderOptions.fileDefaults()))
                .hasMessage("the disk is gone");
        assertThat(closed).hasSize(2);
    }

    @Test
    void read_bytesThatTrickleIn_isTheSame() throws IOException {
        try (LogReader reader = LogReader.of(Records.trickle(SMALL, 3), ReaderOptions.fileDefaults())) {
            assertThat(Logs.rest(reader)).isEqualTo(Logs.small());
        }
    }

    @Test
    void options_startAndEnd_areThoseOfTheWriter() throws IOException {
        ReducerOptions options = new ReducerOptions(Limits.DOCUMENTED, true, true, false, false);
        StateHash start = States.small().stateHash();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (LogWriter writer = new LogWriter(out, options, start)) {
            writer.end(start);
        }
        try (LogReader reader = of(out.toByteArray())) {
            assertThat(reader.options()).isEqualTo(options);
            assertThat(reader.start()).isEqualTo(start);
            assertThat(reader.end()).isEmpty();
            assertThat(reader.read()).isNull();
            assertThat(reader.end()).contains(start);
            assertThat(reader.read()).isNull();
        }
    }

    @Test
    void line_ofEachEntry_isItsFirst() throws IOException {
        try (LogReader reader = of(SMALL)) {
            List<Long> lines = new ArrayList<>();
            while (reader.read() != null) {
                lines.add(reader.line());
            }
            assertThat(lines).containsExactly(2L, 5L, 7L, 8L, 10L, 11L);
        }
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

            assertThat(refused(flipped).line()).isPositive();
        }
    }

    @Test
    void read_afterARefusal_isRefusedAgain() throws IOException {
        byte[] cut = Arrays.copyOf(SMALL, SMALL.length / 2);
        try (LogReader reader = of(cut)) {
            assertThatThrownBy(() -> Logs.rest(reader)).isInstanceOf(InvalidFileException.class);
            assertThatThrownBy(reader::read).isInstanceOf(InvalidFileException.class);
        }
    }

    @Test
    void lenient_cutAtAnyByte_answersWhatStandsBefore() throws IOException {
        List<LogEntry> whole = Logs.small();
        int header = LogWriterTest.HEADER.length();
        for (int length = header; length < SMALL.length; length++) {
            byte[] cut = Arrays.copyOf(SMALL, length);
            try (LogReader reader = lenient(cut)) {
                List<LogEntry> entries = Logs.rest(reader);

                assertThat(updates(entries))
                        .isEqualTo(updates(whole).subList(0, updates(entries).size()));
                assertThat(entries.size()).isBetween(entries(length) - 1, entries(length));
                assertThat(reader.problem().isPresent()).isEqualTo(length < SMALL.length - 1);
            }
        }
    }

    /** How many entries begin before this byte. */
    private static int entries(int length) {
        String text = new String(SMALL, 0, length, StandardCharsets.ISO_8859_1);
        return (int) text.lines()
                .filter(line -> line.matches("\\{\"\\$(slice|alias|clear|restore).*"))
                .count();
    }

    private static List<Object> updates(List<LogEntry> entries) {
        List<Object> updates = new ArrayList<>();
        for (LogEntry entry : entries) {
            if (entry instanceof LogEntry.Slice slice) {
                updates.addAll(slice.updates());
            }
        }
        return updates;
    }

    @Test
    void lenient_cutInsideASlice_answersTheUpdatesBefore() throws IOException {
        String file = new String(SMALL, StandardCharsets.UTF_8);
        int second = file.indexOf("\n", file.indexOf("$append")) + 10;
        try (LogReader reader = lenient(Arrays.copyOf(Records.utf8(file), second))) {
            List<LogEntry> entries = Logs.rest(reader);

            LogEntry.Slice whole = (LogEntry.Slice) Logs.small().get(0);
            assertThat(entries)
                    .containsExactly(new LogEntry.Slice(0, 3, 1, whole.updates().subList(0, 1)));
            assertThat(reader.problem()).contains(new FileProblem(4, "the file ends inside this line: it was cut"));
        }
    }

    @Test
    void lenient_changedByHand_answersAllAndTells() throws IOException {
        String changed = new String(SMALL, StandardCharsets.UTF_8).replace("\"$set\":{\"a\":2}", "\"$set\": {\"a\":3}");
        try (LogReader reader = lenient(Records.utf8(changed))) {
            assertThat(updates(Logs.rest(reader))).contains(Logs.set(3)).hasSize(4);
            assertThat(reader.problem().orElseThrow().text()).startsWith("the checksum does not match");
            assertThat(reader.end()).contains(Logs.EMPTY);
        }
    }

    @Test
    void lenient_whatIsNoLog_isRefusedAllTheSame() {
        assertThatThrownBy(() -> lenient(Records.utf8("{}\n")))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageStartingWith("line 1: not a log of profile-engine");
    }

    @Test
    void entries_ofALog_areThoseThatReadAnswers() throws IOException {
        try (LogReader reader = of(SMALL)) {
            Iterator<LogEntry> entries = reader.entries().iterator();
            List<LogEntry> found = new ArrayList<>();
            while (entries.hasNext()) {
                assertThat(entries.hasNext()).isTrue();
                found.add(entries.next());
            }
            assertThat(found).isEqualTo(Logs.small());
            assertThatThrownBy(entries::next).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void entries_ofADamagedLog_throwWhatReadThrows() throws IOException {
        try (LogReader reader = of(Arrays.copyOf(SMALL, SMALL.length - 1))) {
            assertThatThrownBy(() -> reader.entries().forEach(entry -> {}))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasCauseInstanceOf(InvalidFileException.class);
        }
    }

    @Test
    void of_whatCannotBeRead_closesTheStream() {
        boolean[] closed = {false};
        InputStream in = new ByteArrayInputStream(new byte[0]) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };

        assertThatThrownBy(() -> LogReader.of(in, ReaderOptions.fileDefaults()))
                .isInstanceOf(InvalidFileException.class)
                .hasMessage("line 1: an empty file");
        assertThat(closed[0]).isTrue();
    }
}
