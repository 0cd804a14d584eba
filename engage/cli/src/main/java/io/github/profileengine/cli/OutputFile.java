package io.github.profileengine.cli;

import io.github.profileengine.wire.Gzip;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An output that appears as a whole or not at all. A file is written beside its final place and moved there by
 * {@link #commit()}, so an input may be its own output, and a run that fails leaves what was there before. Standard
 * output, devices, pipes and what the shell has opened are written as they are.
 */
final class OutputFile implements AutoCloseable {

    static final String STANDARD_OUTPUT = "-";
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int MOST_LINKS = 40;

    private final String name;
    private final PipeOutput pipe;
    private final OutputStream stream;
    private final @Nullable Path partial;
    private final @Nullable Path target;
    private final boolean ours;
    private boolean open = true;

    private OutputFile(String name, OutputStream stream, @Nullable Path partial, @Nullable Path target, boolean ours) {
        this.name = name;
        this.pipe = new PipeOutput(stream);
        this.stream = new BufferedOutputStream(pipe, BUFFER_BYTES);
        this.partial = partial;
        this.target = target;
        this.ours = ours;
    }

    /** Whether two names of outputs lead to the same file, or both to standard output. */
    static boolean isSame(String name, String other) {
        if (isStandardOutput(name) || isStandardOutput(other)) {
            return isStandardOutput(name) && isStandardOutput(other)
                    || isBehindStandardOutput(isStandardOutput(name) ? other : name);
        }
        try {
            Path one = Path.of(name);
            Path another = Path.of(other);
            if (Files.exists(one) && Files.exists(another)) {
                return Files.isSameFile(one, another);
            }
            return place(one).equals(place(another));
        } catch (InvalidPathException | IOException notAPath) {
            return name.equals(other);
        }
    }

    // The shell may have led it to a file. A terminal may well have both, and nothing is replaced there.
    private static boolean isBehindStandardOutput(String name) {
        Path output = Path.of("/dev/stdout");
        try {
            return !isStandardError(name)
                    && Files.isRegularFile(output)
                    && Files.exists(Path.of(name))
                    && Files.isSameFile(output, Path.of(name));
        } catch (InvalidPathException | IOException notAPath) {
            return false;
        }
    }

    // Of a file that may not be there yet; its folder may be reached by links.
    private static Path place(Path path) throws IOException {
        Path end = linked(path).toAbsolutePath();
        Path folder = end.getParent();
        return folder != null && end.getFileName() != null && Files.isDirectory(folder)
                ? folder.toRealPath().resolve(end.getFileName())
                : end.normalize();
    }

    private static boolean isStandardOutput(String name) {
        return name.equals(STANDARD_OUTPUT)
                || name.equals("/dev/stdout")
                || name.equals("/dev/fd/1")
                || name.equals("/proc/self/fd/1");
    }

    static OutputFile standard(OutputStream standardOutput) {
        return new OutputFile("standard output", standardOutput, null, null, false);
    }

    private static boolean isStandardError(String name) {
        return name.equals("/dev/stderr") || name.equals("/dev/fd/2") || name.equals("/proc/self/fd/2");
    }

    // What the shell has opened. To open a file behind it again would not move on where the shell writes.
    private static boolean isDescriptor(String name) {
        return name.startsWith("/dev/fd/") || name.startsWith("/proc/self/fd/");
    }

    /** Opens the named output; {@code -} is standard output. */
    static OutputFile open(String name, OutputStream standardOutput) throws UnusableFileException {
        if (isStandardOutput(name)) {
            return standard(standardOutput);
        }
        if (isStandardError(name)) {
            return new OutputFile(name, new FileOutputStream(FileDescriptor.err), null, null, false);
        }
        try {
            Path path = Path.of(name);
            if (name.isEmpty() || Files.isDirectory(path)) {
                throw new UnusableFileException(name, name.isEmpty() ? "an empty name is no file" : "is a folder");
            }
            if (isDescriptor(name) && Files.isRegularFile(path)) {
                throw new UnusableFileException(name, "is a file that is open already; name the file itself");
            }
            return Files.exists(path) && !Files.isRegularFile(path)
                    ? new OutputFile(name, Files.newOutputStream(path, StandardOpenOption.WRITE), null, null, true)
                    : beside(name, path);
        } catch (InvalidPathException notAPath) {
            throw new UnusableFileException(name, "is no file name: " + notAPath.getReason());
        } catch (IOException problem) {
            throw new UnusableFileException(name, problem);
        }
    }

    private static OutputFile beside(String name, Path path) throws IOException, UnusableFileException {
        boolean replaces = Files.exists(path);
        if (replaces && !Files.isWritable(path)) {
            throw new UnusableFileException(name, "permission denied");
        }
        // The file a link leads to is the one to replace or make, not the link.
        Path target = replaces ? path.toRealPath() : linked(path).toAbsolutePath();
        Path partial = target.resolveSibling(partialName(target));
        OutputStream stream = Files.newOutputStream(partial, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        // For an end by a signal; every other end goes through close().
        partial.toFile().deleteOnExit();
        if (replaces && Files.getFileStore(target).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(partial, Files.getPosixFilePermissions(target));
        }
        return new OutputFile(name, stream, partial, target, true);
    }

    // As long as the name that it gets in the end at least: one that is too long is told before all the work.
    private static String partialName(Path target) {
        String name = ".profile-engine-" + UUID.randomUUID() + ".part";
        int bytes = String.valueOf(target.getFileName()).getBytes(StandardCharsets.UTF_8).length;
        return name + "_".repeat(Math.max(0, bytes - name.length()));
    }

    private static Path linked(Path path) throws IOException {
        Path end = path;
        for (int links = 0; Files.isSymbolicLink(end); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemException(path.toString(), null, "too many symbolic links");
            }
            end = end.resolveSibling(Files.readSymbolicLink(end));
        }
        return end;
    }

    String name() {
        return name;
    }

    /** The file that the output is or becomes; null if it is something else. */
    @Nullable
    Path file() {
        return target;
    }

    /** Where to write; buffered, and dropping everything once {@link #isAbandoned()}. */
    OutputStream stream() {
        return stream;
    }

    /** Writes one line, made printable, for people. */
    void line(String text) throws UnusableFileException {
        try {
            stream.write((PrintableText.of(text) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException problem) {
            throw new UnusableFileException(name, problem);
        }
    }

    /**
     * Where to write what is compressed if the name asks for it, by {@code .gz} at its end. Closing it writes all that
     * belongs to it and leaves the output open, to be committed.
     */
    OutputStream encoded() throws IOException {
        OutputStream kept = new FilterOutputStream(stream) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
        return name.endsWith(".gz") ? Gzip.deflating(kept) : kept;
    }

    /** Whether the reader of a pipe is gone, so that there is no point in writing on. */
    boolean isAbandoned() {
        return pipe.isAbandoned();
    }

    /** Makes what was written the content of the output. */
    void commit() throws UnusableFileException {
        try {
            stream.flush();
            open = false;
            if (ours) {
                stream.close();
            }
            if (partial != null && target != null) {
                Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException problem) {
            open = true;
            throw new UnusableFileException(name, problem);
        }
    }

    /** Drops what was written, unless it was committed. */
    @Override
    public void close() {
        if (!open) {
            return;
        }
        open = false;
        try {
            if (ours) {
                pipe.close();
            }
            if (partial != null && Files.exists(partial, LinkOption.NOFOLLOW_LINKS)) {
                Files.delete(partial);
            }
        } catch (IOException lost) {
            // The failure that led here has been told; the half-written file stays hidden beside its target.
        }
    }
}
