package io.github.profileengine.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads whole inputs in tests. */
final class Records {

    private Records() {}

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static List<DecodedRecord> of(String input) {
        return of(utf8(input), ReaderOptions.defaults());
    }

    static List<DecodedRecord> of(byte[] input, ReaderOptions options) {
        return all(UpdateReader.of(input, options));
    }

    static List<DecodedRecord> all(UpdateReader reader) {
        List<DecodedRecord> records = new ArrayList<>();
        try (reader) {
            for (DecodedRecord record = reader.read(); record != null; record = reader.read()) {
                records.add(record);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return records;
    }

    /** The records as short words: the id of an update, or the message of a failure. */
    static List<String> told(List<DecodedRecord> records) {
        return records.stream().map(Records::told).toList();
    }

    static String told(DecodedRecord record) {
        return record instanceof DecodedRecord.Valid valid
                ? valid.update().target().id()
                : ((DecodedRecord.Invalid) record).message();
    }

    static DecodedRecord one(String input) {
        return one(input, ReaderOptions.defaults());
    }

    static DecodedRecord one(String input, ReaderOptions options) {
        List<DecodedRecord> records = of(utf8(input), options);
        if (records.size() != 1) {
            throw new AssertionError("one record wanted, not " + records);
        }
        return records.get(0);
    }

    /** A stream that hands out at most so many bytes a read, as a slow pipe does. */
    static InputStream trickle(byte[] bytes, int atOnce) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] out, int offset, int length) {
                return super.read(out, offset, Math.min(length, atOnce));
            }
        };
    }
}
