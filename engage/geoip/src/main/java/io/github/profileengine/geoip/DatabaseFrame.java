package io.github.profileengine.geoip;

import com.maxmind.db.Metadata;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Checks a database as far as possible without reading its records. The library trusts the metadata: it would open a
 * file that lost bytes in its middle, and then return the places of other addresses.
 */
final class DatabaseFrame {
    /** The number of zero bytes that the format requires between the search tree and the records. */
    private static final int GAP_BYTES = 16;

    private DatabaseFrame() {}

    static void check(Path file, Metadata metadata) throws IOException {
        int version = metadata.ipVersion();
        if (version != 4 && version != 6) {
            throw damaged(file, "IP version " + version);
        }
        long treeBytes = metadata.nodeCount() * metadata.recordSize() / 4;
        byte[] gap;
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(treeBytes);
            gap = Channels.newInputStream(channel).readNBytes(GAP_BYTES);
        }
        if (!Arrays.equals(gap, new byte[GAP_BYTES])) {
            throw damaged(file, "its search tree does not end where its metadata says");
        }
    }

    private static IOException damaged(Path file, String problem) {
        return new FileSystemException(file.toString(), null, "a damaged MaxMind database: " + problem);
    }
}
