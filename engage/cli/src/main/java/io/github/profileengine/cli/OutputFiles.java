package io.github.profileengine.cli;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The outputs of one run, by the options that name them. They are opened together, before any work. */
final class OutputFiles implements AutoCloseable {

    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, OutputFile> files = new LinkedHashMap<>();

    /** Adds an output. A name of null means that it was not requested. */
    OutputFiles add(String option, @Nullable String name) {
        if (name != null) {
            names.put(option, name);
        }
        return this;
    }

    /** A message about two outputs that mean the same place, or one that takes the messages; null if there are none. */
    @Nullable
    String clash() {
        for (Map.Entry<String, String> one : names.entrySet()) {
            if (OutputFile.isBehindStandardError(one.getValue())) {
                return one.getKey() + " would replace the file that gets the messages: " + one.getValue();
            }
        }
        for (Map.Entry<String, String> one : names.entrySet()) {
            for (Map.Entry<String, String> other : names.entrySet()) {
                if (!one.equals(other) && OutputFile.isSame(one.getValue(), other.getValue())) {
                    return one.getKey() + " and " + other.getKey() + " go to the same place: " + one.getValue();
                }
            }
        }
        return null;
    }

    /**
     * A message about an output that would replace an input; null if there is none.
     *
     * @param except the option whose output may replace an input
     */
    @Nullable
    String replacing(List<String> inputs, String except) {
        for (Map.Entry<String, String> name : names.entrySet()) {
            for (String input : inputs) {
                if (!name.getKey().equals(except) && replaces(name.getValue(), input)) {
                    return replacing(name.getKey(), name.getValue(), input);
                }
            }
        }
        return null;
    }

    /**
     * Whether an output would replace an input. The input may be a file that the shell has opened as standard input.
     */
    static boolean replaces(String output, String input) {
        String place = input.equals(InputFile.STANDARD_INPUT) ? "/dev/stdin" : input;
        try {
            // Devices and pipes are not replaced.
            return Files.isRegularFile(Path.of(place)) && OutputFile.isSame(output, place);
        } catch (InvalidPathException none) {
            return false;
        }
    }

    /** The message that an output would replace an input. */
    static String replacing(String option, String output, String input) {
        boolean isStandardInput = input.equals(InputFile.STANDARD_INPUT);
        return option + " would replace what is read: " + (isStandardInput ? "standard input is " + output : input);
    }

    /** Opens every output. If one fails, those already opened are closed. */
    OutputFiles open(OutputStream standardOutput) throws UnusableFileException {
        try {
            for (Map.Entry<String, String> name : names.entrySet()) {
                files.put(name.getKey(), OutputFile.open(name.getValue(), standardOutput));
            }
            return this;
        } catch (UnusableFileException problem) {
            close();
            throw problem;
        }
    }

    /** The output of an option; null if it was not requested. */
    @Nullable
    OutputFile get(String option) {
        return files.get(option);
    }

    @Override
    public void close() {
        files.values().forEach(OutputFile::close);
    }
}
