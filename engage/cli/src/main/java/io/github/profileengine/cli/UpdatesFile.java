package io.github.profileengine.cli;

import io.github.profileengine.wire.SavedFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Distinguishes files of updates from states and logs, which this tool writes. Read as updates, every line of a state
 * would be rejected, and the updates of a log would be applied without its other entries and its checksum.
 */
final class UpdatesFile {

    private static final int HEAD_BYTES = 512;

    private UpdatesFile() {}

    /**
     * Returns the same input, unless it is a saved state or a log. In that case closes it and fails. Waits for the
     * first bytes, and judges by those.
     */
    static InputFile of(InputFile input) throws UnusableFileException {
        try {
            // One read and no more: whoever sends through a pipe may wait for an answer to what came first.
            byte[] buffer = new byte[HEAD_BYTES];
            int size = Math.max(input.stream().read(buffer), 0);
            byte[] head = Arrays.copyOf(buffer, size);
            Optional<SavedFile> saved = SavedFile.of(head);
            if (saved.isPresent()) {
                input.close();
                throw new UnusableFileException(input.name(), problem(saved.get()));
            }
            return new InputFile(input.name(), joined(head, input.stream()));
        } catch (IOException problem) {
            input.close();
            throw new UnusableFileException(input.name(), problem);
        }
    }

    private static InputStream joined(byte[] head, InputStream rest) {
        return new SequenceInputStream(new ByteArrayInputStream(head), rest) {
            // That of the JDK knows only the part that is being read.
            @Override
            public int available() throws IOException {
                return Math.max(super.available(), rest.available());
            }
        };
    }

    private static String problem(SavedFile saved) {
        return switch (saved) {
            case STATE -> "is a saved state and holds no updates; begin with it by --load";
            case LOG -> "is a log; 'replay' applies it";
        };
    }
}
