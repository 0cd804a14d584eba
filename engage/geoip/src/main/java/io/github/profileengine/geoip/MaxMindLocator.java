package io.github.profileengine.geoip;

import com.maxmind.db.CHMCache;
import com.maxmind.db.ClosedDatabaseException;
import com.maxmind.db.Reader;
import io.github.profileengine.location.IpAddress;
import io.github.profileengine.location.Location;
import io.github.profileengine.location.Locator;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A locator that reads a database in MaxMind's format ({@code .mmdb}) from any maker. Records may be nested as in
 * GeoLite2 City ({@code city.names.en}, {@code subdivisions}, {@code country.iso_code}, {@code location.time_zone}) or
 * flat ({@code city}, {@code state1} or {@code region}, {@code country_code}, {@code timezone}). What a record lacks,
 * or holds in another type, is unknown. Names are the English ones. Coordinates are not looked up.
 *
 * <p>The file is read into memory once, so it may be replaced or deleted afterwards. Safe for many threads.
 */
public final class MaxMindLocator implements Locator, AutoCloseable {
    private final Path file;
    private final Reader reader;
    private final boolean knowsV6;

    private MaxMindLocator(Path file, Reader reader) {
        this.file = file;
        this.reader = reader;
        this.knowsV6 = reader.getMetadata().ipVersion() == 6;
    }

    /**
     * Reads a database into memory.
     *
     * @throws IOException if the file cannot be read or is no intact database; the message begins with the file's name.
     *     Damage to single records shows only when they are looked up
     * @throws UnsupportedOperationException if the path is not of the default file system
     */
    public static MaxMindLocator open(Path file) throws IOException {
        if (Files.notExists(file)) {
            throw new NoSuchFileException(file.toString(), null, "no such file");
        }
        if (!Files.isRegularFile(file)) {
            throw new FileSystemException(file.toString(), null, "not a file");
        }
        if (!Files.isReadable(file)) {
            throw new AccessDeniedException(file.toString(), null, "may not be read");
        }
        Reader reader = read(file, file.toFile());
        try {
            DatabaseFrame.check(file, reader.getMetadata());
            return new MaxMindLocator(file, reader);
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private static Reader read(Path file, File source) throws IOException {
        try {
            return new Reader(source, Reader.FileMode.MEMORY, new CHMCache());
        } catch (IOException | RuntimeException e) {
            // For invalid bytes, the library throws several kinds of unchecked exceptions, too.
            throw named(file, "not a MaxMind database", e);
        }
    }

    /**
     * The place of an address, or empty if the database does not know it.
     *
     * @throws UncheckedIOException if the record is damaged; its message begins with the file's name
     * @throws IllegalStateException after {@link #close}
     */
    @Override
    public Optional<Location> locate(IpAddress address) {
        if (address.bits() > 32 && !knowsV6) {
            return Optional.empty();
        }
        try {
            // Object, because a record that is no map must not be an error.
            return PlaceRecord.location(reader.get(InetAddress.getByAddress(address.bytes()), Object.class));
        } catch (ClosedDatabaseException e) {
            throw new IllegalStateException(file + ": the database was closed", e);
        } catch (IOException | RuntimeException e) {
            IOException damaged = named(file, "the record of " + address + " is damaged", e);
            // Without this, the message would begin with the class of the cause.
            throw new UncheckedIOException(damaged.getMessage(), damaged);
        }
    }

    private static IOException named(Path file, String problem, Exception cause) {
        IOException named = new FileSystemException(file.toString(), null, problem);
        named.initCause(cause);
        return named;
    }

    /** Releases the memory; later look-ups fail. Closing again does nothing. */
    @Override
    public void close() throws IOException {
        reader.close();
    }
}
