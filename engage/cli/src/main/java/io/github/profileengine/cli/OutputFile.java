package io.github.profileengine.cli;

import io.github.profileengine.wire.Gzip;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
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
 * An output that appears as a whole or not at all. A file is first written under a temporary name beside its target,
 * and moved there by {@link #commit()}. So an output may replace an input, and a run that fails leaves the old file as
 * it was. Standard output, devices, pipes and descriptors that the shell has opened are written directly.
 */
final class OutputFile implements AutoCloseable {

    static final String STANDARD_OUTPUT = "-";
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int MOST_LINKS = 40;
    private static final Path NOWHERE = Path.of("/dev/null");

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

    /** Whether two names of outputs mean the same file, or both mean standard output. */
    static boolean isSame(String name, String other) {
        if (isStandardOutput(name) || isStandardOutput(other)) {
            return isStandardOutput(name) && isStandardOutput(other)
                    || isBehind(Path.of("/dev/stdout"), isStandardOutput(name) ? other : name);
        }
        try {
            Path one = Path.of(name);
            Path another = Path.of(other);
            if (Files.exists(one) && Files.exists(another)) {
                return Files.isSameFile(one, another) && !Files.isSameFile(one, NOWHERE);
            }
            return place(one).equals(place(another));
        } catch (InvalidPathException | IOException notAPath) {
            return name.equals(other);
        }
    }

    /** Whether an output would replace the file to which the shell has redirected standard error. */
    static boolean isBehindStandardError(String name) {
        return !isStandardOutput(name) && isBehind(Path.of("/dev/stderr"), name);
    }

    // The shell may have redirected a standard stream to this file. If both are one terminal, that is fine: nothing is
    // replaced.
    private static boolean isBehind(Path stream, String name) {
        try {
            return !isStandardError(name)
                    && Files.isRegularFile(stream)
                    && Files.exists(Path.of(name))
                    && Files.isSameFile(stream, Path.of(name));
        } catch (InvalidPathException | IOException notAPath) {
            return false;
        }
    }

    // The real path of a file that may not exist yet. Its folder may be reached through symbolic links.
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

    // A descriptor that the shell has opened. Opening the file behind it again would not use the position at which the
    // shell writes.
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
            UnusableFileException.requireName(name);
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                throw new UnusableFileException(name, "is a folder");
            }
            if (name.endsWith("/") || name.endsWith(path.getFileSystem().getSeparator())) {
                throw new UnusableFileException(name, "no such folder");
            }
            if (isDescriptor(name) && Files.isRegularFile(path)) {
                throw new UnusableFileException(name, "is a file that is open already; name the file itself");
            }
            return Files.exists(path) && !Files.isRegularFile(path)
                    ? new OutputFile(name, Files.newOutputStream(path, StandardOpenOption.WRITE), null, null, true)
                    : beside(name, path);
        } catch (InvalidPathException notAPath) {
            throw new UnusableFileException(name, "is not a valid file name: " + notAPath.getReason());
        } catch (IOException problem) {
            throw new UnusableFileException(name, problem);
        }
    }

    private static OutputFile beside(String name, Path path) throws IOException, UnusableFileException {
        boolean replaces = Files.exists(path);
        if (replaces && !Files.isWritable(path)) {
            throw new UnusableFileException(name, "permission denied");
        }
        // If the name is a symbolic link, replace or create the file that it points to, not the link.
        Path target = replaces ? path.toRealPath() : linked(path).toAbsolutePath();
        Path partial = target.resolveSibling(partialName(target));
        OutputStream stream = created(name, partial);
        // For an end by a signal; close() handles every other end.
        partial.toFile().deleteOnExit();
        if (replaces && Files.getFileStore(target).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(partial, Files.getPosixFilePermissions(target));
        }
        return new OutputFile(name, stream, partial, target, true);
    }

    private static OutputStream created(String name, Path partial) throws IOException, UnusableFileException {
        try {
            return Files.newOutputStream(partial, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (AccessDeniedException denied) {
            throw new UnusableFileException(
                    name,
                    "permission denied in its folder, where a new file is written that takes this name at the end");
        }
    }

    // At least as long as the final name, so that a name that is too long fails before all the work.
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

    /** The file that the output is or will be; null if it is no regular file. */
    @Nullable
    Path file() {
        return target;
    }

    /** The stream to write to. It is buffered, and drops everything once {@link #isAbandoned()}. */
    OutputStream stream() {
        return stream;
    }

    /** Writes one line for people, with unprintable characters replaced. */
    void line(String text) throws UnusableFileException {
        try {
            stream.write((PrintableText.of(text) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException problem) {
            throw new UnusableFileException(name, problem);
        }
    }

    /**
     * The stream to write to, with gzip compression if the name ends in {@code .gz}. Closing the stream completes the
     * compressed data, but leaves the output open to be committed.
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

    /** Whether the reader of a pipe has gone, so that writing on is useless. */
    boolean isAbandoned() {
        return pipe.isAbandoned();
    }

    /** Completes the output with what was written. */
    void commit() throws UnusableFileException {
        try {
            stream.flush();
            open = false;
            if (ours) {
                stream.close();
            }
        } catch (IOException problem) {
            open = true;
            throw new UnusableFileException(name, problem);
        }
        if (partial != null && target != null) {
            replace(partial, target);
        }
    }

    // All checks before the work may pass and this still fail: the target may be a mount, or may have become a folder.
    // What was written is then kept under a name that can be told, as the work may be lost without it.
    private void replace(Path written, Path whole) throws UnusableFileException {
        try {
            Files.move(written, whole, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException problem) {
            UnusableFileException failure = new UnusableFileException(name, problem);
            try {
                Path kept = written.resolveSibling("profile-engine-" + UUID.randomUUID());
                Files.move(written, kept, StandardCopyOption.ATOMIC_MOVE);
                throw failure.and("; what was to be written there is in " + kept);
            } catch (IOException lost) {
                open = true;
                throw failure;
            }
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
            // The failure that led here has been reported. The partial file stays under its hidden name beside the
            // target.
        }
    }
}
