package io.github.profileengine.cli;

import io.github.profileengine.wire.SavedFile;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.util.Optional;

/**
 * Distinguishes files of updates from states and logs, which this tool writes: every line of those would be rejected if
 * it were read as an update.
 */
final class UpdatesFile {

    private static final int HEAD_BYTES = 512;

    private UpdatesFile() {}

    /**
     * Returns the same input, unless it is a saved state or a log. In that case closes it and fails. Waits for the
     * first bytes.
     */
    static InputFile of(InputFile input) throws UnusableFileException {
        try {
            PushbackInputStream stream = new PushbackInputStream(input.stream(), HEAD_BYTES);
            byte[] head = stream.readNBytes(HEAD_BYTES);
            stream.unread(head);
            Optional<SavedFile> saved = SavedFile.of(head);
            if (saved.isPresent()) {
                input.close();
                throw new UnusableFileException(input.name(), problem(saved.get()));
            }
            return new InputFile(input.name(), stream);
        } catch (IOException problem) {
            input.close();
            throw new UnusableFileException(input.name(), problem);
        }
    }

    private static String problem(SavedFile saved) {
        return switch (saved) {
            case STATE -> "is a saved state and holds no updates; begin with it by --load";
            case LOG -> "is a log; 'replay' applies it";
        };
    }
}
