package io.github.profileengine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.log.LogEntry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever a log contains, it is read, or refused with the number of a line. Nothing else happens. */
class LogReaderProperties {

    private static final byte[] SMALL = Logs.written(Logs.small());
    private static final String TEXT = new String(SMALL, StandardCharsets.UTF_8);

    @Property
    void read_anyBytes_areRefused(@ForAll byte[] bytes) {
        assertThatThrownBy(() -> Logs.read(bytes)).isInstanceOf(InvalidFileException.class);
    }

    @Property
    void read_anyTokenReplaced_isReadOrRefused(@ForAll long seed) throws IOException {
        byte[] odd = Records.utf8(OddTokens.in(TEXT, new Random(seed)));
        try {
            List<LogEntry> entries = Logs.read(odd);
            assertThat(entries).hasSameSizeAs(Logs.small());
        } catch (InvalidFileException refused) {
            assertThat(refused.problem().line()).isBetween(1L, 22L);
        }
    }

    @Property
    void lenient_anyTokenReplaced_isReadUpToIt(@ForAll long seed) throws IOException {
        byte[] odd = Records.utf8(OddTokens.in(TEXT, new Random(seed)));
        try (LogReader reader = LogReader.lenient(new ByteArrayInputStream(odd), ReaderOptions.fileDefaults())) {
            List<LogEntry> entries = Logs.rest(reader);
            assertThat(entries.size() == Logs.small().size() || reader.problem().isPresent())
                    .isTrue();
        } catch (InvalidFileException foreign) {
            assertThat(foreign.problem().line()).isOne();
        }
    }
}
