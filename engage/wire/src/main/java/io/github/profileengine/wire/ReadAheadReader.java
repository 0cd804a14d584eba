package io.github.profileengine.wire;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads records in batches on its own thread, so that decoding continues while the caller applies earlier batches. It
 * delivers the same records in the same order as the {@link UpdateReader}.
 *
 * <p>A batch ends at {@value #MOST_RECORDS} records, or after the record that passes {@value #MOST_BYTES} bytes of
 * input. It ends earlier where the next line has not come yet, as {@link java.io.InputStream#available} tells: whoever
 * sends through a pipe may wait for an answer to what came before. At most {@value #BATCHES_AHEAD} batches wait, so
 * memory stays bounded. Only one thread may use a reader. The reading thread is a daemon. It ends at the end of the
 * input, or after {@link #close()} as soon as it is not waiting for input.
 */
public final class ReadAheadReader implements AutoCloseable {
    private static final int MOST_RECORDS = 2_000;
    private static final int MOST_BYTES = 1 << 20;
    private static final int BATCHES_AHEAD = 2;

    /** The batch that marks the end; it comes after the last batch of records. */
    private static final List<DecodedRecord> END = List.of();

    private final UpdateReader reader;
    private final BlockingQueue<List<DecodedRecord>> ahead = new ArrayBlockingQueue<>(BATCHES_AHEAD);
    private final Thread thread;
    // Written before END is put into the queue.
    private volatile @Nullable Throwable failure;
    private boolean ended;
    private boolean closed;

    /** Starts reading. This object owns {@code reader} from now on and closes it. */
    public ReadAheadReader(UpdateReader reader) {
        this.reader = reader;
        this.thread = new Thread(this::readAll, "profile-engine-read-ahead");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * The next records, at least one; an empty list after the last.
     *
     * @throws IOException as {@link UpdateReader#read} does, after everything before the failure was delivered;
     *     {@link InterruptedIOException} if the calling thread is interrupted; always after {@link #close()}
     */
    public List<DecodedRecord> readBatch() throws IOException {
        if (closed) {
            throw new IOException("this reader is closed");
        }
        if (!ended) {
            List<DecodedRecord> batch = take();
            if (!batch.isEmpty()) {
                return batch;
            }
            ended = true;
        }
        Throwable why = failure;
        if (why instanceof IOException thrown) {
            throw thrown;
        } else if (why instanceof RuntimeException thrown) {
            throw thrown;
        } else if (why instanceof Error thrown) {
            throw thrown;
        }
        return END;
    }

    private List<DecodedRecord> take() throws InterruptedIOException {
        try {
            return ahead.take();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for records");
        }
    }

    private void readAll() {
        try {
            try {
                handOverAll();
            } catch (IOException | RuntimeException | Error thrown) {
                // The caller reports every failure, not this thread.
                failure = thrown;
            }
            handOverEnd();
        } catch (InterruptedException closing) {
            // Nobody needs the remaining records: only close() can interrupt this thread.
            Thread.currentThread().interrupt();
        }
        try {
            reader.close();
        } catch (IOException notClosed) {
            assert thread.isDaemon() : "all was handed over: a source that will not close takes nothing from anybody";
        }
    }

    private void handOverAll() throws IOException, InterruptedException {
        boolean more = true;
        while (more) {
            List<DecodedRecord> batch = new ArrayList<>();
            try {
                fill(batch);
            } finally {
                // Everything that was read before a failure is delivered.
                more = !batch.isEmpty();
                if (more) {
                    ahead.put(batch);
                }
            }
        }
    }

    // A caller that waits for the end would otherwise wait forever. So this method allocates no memory of its own, and
    // tries again if memory runs out.
    private void handOverEnd() throws InterruptedException {
        while (true) {
            try {
                ahead.put(END);
                return;
            } catch (OutOfMemoryError full) {
                Thread.onSpinWait();
            }
        }
    }

    private void fill(List<DecodedRecord> batch) throws IOException {
        long start = reader.position();
        while (batch.size() < MOST_RECORDS && reader.position() - start < MOST_BYTES) {
            DecodedRecord record = reader.read();
            if (record == null) {
                return;
            }
            batch.add(record);
            if (reader.mayWait()) {
                return;
            }
        }
    }

    /** Stops reading. Records that were read but not delivered are dropped. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
