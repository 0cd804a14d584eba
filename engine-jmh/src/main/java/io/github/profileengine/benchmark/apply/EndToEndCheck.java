package io.github.profileengine.benchmark.apply;

import io.github.profileengine.benchmark.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code EndToEndCheck UPDATES}: folds the very files that are timed, with one implementation after another, and fails
 * unless all end in the same state. It runs in a process of its own, because it runs all implementations. That process
 * has the heap with which they are measured.
 */
public final class EndToEndCheck {
    private EndToEndCheck() {}

    public static void main(String[] arguments) throws IOException {
        for (Inputs input : Inputs.values()) {
            Path file = input.file(Integer.parseInt(arguments[0]));
            try {
                check(input, file);
            } finally {
                Files.delete(file);
            }
        }
    }

    static void check(Inputs input, Path file) {
        StateDigest expected = digest(EndToEndTable.ROWS.get(0), file);
        for (Foldings other : EndToEndTable.ROWS.subList(1, EndToEndTable.ROWS.size())) {
            requireSame(other, digest(other, file), expected);
        }
        System.err.println("All end in one state of the file " + input.label() + ": " + expected);
    }

    static void requireSame(Foldings implementation, StateDigest found, StateDigest expected) {
        if (!found.equals(expected)) {
            throw new IllegalStateException(implementation + " ends in " + found + ", not " + expected);
        }
    }

    private static StateDigest digest(Foldings implementation, Path file) {
        Folding folding = implementation.create();
        return StateDigest.of(folding, Inputs.folded(folding, file));
    }

    /** Runs this check in a process of its own. */
    static void run(int updates, List<String> jvmArguments) {
        try {
            ChildJvm.lines(jvmArguments, EndToEndCheck.class, String.valueOf(updates));
        } catch (IOException | InterruptedException ended) {
            throw new IllegalStateException("the implementations could not be checked", ended);
        }
    }
}
