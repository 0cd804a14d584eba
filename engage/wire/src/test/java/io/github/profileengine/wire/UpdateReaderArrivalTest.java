package io.github.profileengine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.junit.jupiter.api.Test;

/** What a reader makes of an input whose bytes come one after another. */
class UpdateReaderArrivalTest {
    private static final String LINE = "{\"$token\":\"p\",\"$distinct_id\":\"ada\",\"$set\":{}}\n";

    /** Where somebody who waits for an answer sends no more. */
    private static final class Waiting extends ByteArrayInputStream {
        private boolean reached;

        Waiting(String text) {
            super(Records.utf8(text));
        }

        @Override
        public synchronized int read(byte[] out, int offset, int length) {
            reached |= available() == 0;
            return super.read(out, offset, length);
        }
    }

    private static final class Broken extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("broken");
        }
    }

    @Test
    void read_lineThatIsThere_asksForNoMore() throws IOException {
        Waiting in = new Waiting(LINE);
        try (UpdateReader reader = UpdateReader.of(in, ReaderOptions.defaults())) {
            assertThat(reader.read()).isInstanceOf(DecodedRecord.Valid.class);
            assertThat(in.reached).isFalse();
        }
    }

    @Test
    void read_lineBehindAMalformedOne_asksForNoMore() throws IOException {
        Waiting in = new Waiting("x\n" + LINE);
        try (UpdateReader reader = UpdateReader.of(in, ReaderOptions.defaults())) {
            assertThat(reader.read()).isInstanceOf(DecodedRecord.Invalid.class);
            assertThat(reader.read()).isInstanceOf(DecodedRecord.Valid.class);
            assertThat(in.reached).isFalse();
        }
    }

    @Test
    void read_sourceThatBreaksAfterTwoBytes_givesThemFirst() throws IOException {
        InputStream in = new SequenceInputStream(new ByteArrayInputStream(Records.utf8("{}")), new Broken());
        try (UpdateReader reader = UpdateReader.of(in, ReaderOptions.defaults())) {
            assertThat(reader.read()).isInstanceOf(DecodedRecord.Invalid.class);
            assertThatThrownBy(reader::read).isInstanceOf(IOException.class).hasMessage("broken");
        }
    }
}
