package io.github.profileengine.cli;

import io.github.profileengine.wire.SavedFile;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.util.Optional;

/** Tells files of updates from what this tool itself writes: read as updates, each line of that would be a mistake. */
final class UpdatesFile {

    private static final int HEAD_BYTES = 512;

    private UpdatesFile() {}

    /** The same input, which is no saved state and no log; closed if it is. Waits for its first bytes. */
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
