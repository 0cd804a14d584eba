package io.github.profileengine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reading ahead changes neither the records, nor their order, nor what is lost by a failure. */
@Timeout(30)
class ReadAheadReaderTest {

    @Test
    void readBatch_manyRecords_givesAllInOrder() throws IOException {
        byte[] input = Records.utf8(records(10_001));

        List<DecodedRecord> ahead = all(new ReadAheadReader(UpdateReader.of(input, ReaderOptions.defaults())));

        assertThat(ahead).isEqualTo(Records.of(input, ReaderOptions.defaults())).hasSize(10_001);
    }

    @Test
    void readBatch_afterTheLast_staysEmpty() throws IOException {
        try (ReadAheadReader reader = new ReadAheadReader(UpdateReader.of(new byte[0], ReaderOptions.defaults()))) {
            assertThat(reader.readBatch()).isEmpty();
            assertThat(reader.readBatch()).isEmpty();
        }
    }

    /** The reading thread delivers nothing more, so a call would otherwise wait for ever. */
    @Test
    void readBatch_afterClose_fails() {
        ReadAheadReader reader =
                new ReadAheadReader(UpdateReader.of(Records.utf8(records(20_000)), ReaderOptions.defaults()));
        reader.close();

        for (int call = 0; call < 4; call++) {
            assertThatThrownBy(reader::readBatch)
                    .isInstanceOf(IOException.class)
                    .hasMessage("this reader is closed");
        }
    }

    @Test
    void readBatch_largeRecords_endsTheBatchByBytes() throws IOException {
        String large = "{\"$token\":\"t\",\"$distinct_id\":\"u\",\"$set\":{\"a\":\"" + "x".repeat(700_000) + "\"}}\n";
        byte[] input = Records.utf8(large.repeat(6));

        try (ReadAheadReader reader = new ReadAheadReader(UpdateReader.of(input, ReaderOptions.defaults()))) {
            assertThat(reader.readBatch()).hasSize(2);
        }
    }

    /** Whoever sends through a pipe may wait for an answer to what came before. */
    @Test
    void readBatch_sourceThatSendsNoMore_givesWhatIsThere() throws IOException {
        try (PipedOutputStream sender = new PipedOutputStream();
                PipedInputStream in = new PipedInputStream(sender)) {
            sender.write(Records.utf8(records(3)));
            try (ReadAheadReader reader = new ReadAheadReader(UpdateReader.of(in, ReaderOptions.defaults()))) {
                readsAll(reader, 3);
                for (String text : List.of("x\n", "[\n{}\n]\n", "{\"$tok")) {
                    sender.write(Records.utf8(records(2) + text));
                    sender.flush();
                    readsAll(reader, text.endsWith("\n") ? 3 : 2);
                }
            }
        }
    }

    private static void readsAll(ReadAheadReader reader, int count) throws IOException {
        int read = 0;
        while (read < count) {
            read += reader.readBatch().size();
        }
        assertThat(read).isEqualTo(count);
    }

    /** Reading waits in it only where the compressed bytes have all been used. */
    @Test
    void readBatch_gzip_givesFullBatches() throws IOException {
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (OutputStream out = Gzip.deflating(gzip)) {
            out.write(Records.utf8(records(4_001)));
        }
        InputStream in = new ByteArrayInputStream(gzip.toByteArray());

        try (ReadAheadReader reader = new ReadAheadReader(UpdateReader.of(in, ReaderOptions.defaults()))) {
            assertThat(reader.readBatch()).hasSize(2_000);
            assertThat(reader.readBatch()).hasSize(2_000);
            assertThat(reader.readBatch()).hasSize(1);
        }
    }

    @Test
    void readBatch_failingSource_failsAfterWhatCameBefore() throws IOException {
        InputStream failing =
                new SequenceInputStream(new ByteArrayInputStream(Records.utf8(records(3))), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("the disk is gone");
                    }
                });

        try (ReadAheadReader reader = new ReadAheadReader(UpdateReader.of(failing, ReaderOptions.defaults()))) {
            assertThat(reader.readBatch()).hasSize(3);
            assertThatThrownBy(reader::readBatch)
                    .isInstanceOf(IOException.class)
                    .hasMessage("the disk is gone");
            assertThatThrownBy(reader::readBatch).isInstanceOf(IOException.class);
        }
    }

    @Test
    void readBatch_sourceThrowingAnError_throwsItToTheCaller() throws IOException {
        InputStream broken =
                new SequenceInputStream(new ByteArrayInputStream(Records.utf8(records(1))), new InputStream() {
                    @Override
                    public int read() {
                        throw new IllegalStateException("a bug");
                    }
                });

        try (ReadAheadReader reader = new ReadAheadReader(UpdateReader.of(broken, ReaderOptions.defaults()))) {
            assertThatThrownBy(() -> all(reader))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("a bug");
        }
    }

    @Test
    void readBatch_interruptedCaller_saysSoAndStaysInterrupted() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        InputStream silent =
                new SequenceInputStream(new ByteArrayInputStream(new byte[] {' ', ' '}), new InputStream() {
                    @Override
                    public int read() {
                        try {
                            never.await();
                        } catch (InterruptedException closed) {
                            Thread.currentThread().interrupt();
                        }
                        return -1;
                    }
                });
        try (ReadAheadReader reader = new ReadAheadReader(UpdateReader.of(silent, ReaderOptions.defaults()))) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(reader::readBatch).isInstanceOf(InterruptedIOException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void close_beforeTheEnd_closesTheSource() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        InputStream source = new ByteArrayInputStream(Records.utf8(records(100_000))) {
            @Override
            public void close() {
                closed.countDown();
            }
        };
        ReadAheadReader reader = new ReadAheadReader(UpdateReader.of(source, ReaderOptions.defaults()));
        assertThat(reader.readBatch()).isNotEmpty();

        reader.close();

        closed.await();
    }

    private static String records(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("{\"$token\":\"t\",\"$distinct_id\":\"").append(i).append("\",\"$set\":{\"n\":1}}\n");
        }
        return text.toString();
    }

    private static List<DecodedRecord> all(ReadAheadReader reader) throws IOException {
        List<DecodedRecord> all = new ArrayList<>();
        for (List<DecodedRecord> batch = reader.readBatch(); !batch.isEmpty(); batch = reader.readBatch()) {
            all.addAll(batch);
        }
        reader.close();
        return all;
    }
}
