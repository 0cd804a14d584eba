package io.github.profileengine.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Keeps the output of programs that measure in JVMs of their own, so that the same command later continues from there.
 */
public final class KeptLines {
    private static final String LINES = "lines";

    private final ResultFile file;
    private final JvmVariables variables;
    private final String code = CodeDigest.ofThis();
    private final List<ResultFile.Moment> before = new ArrayList<>();
    private int now;

    /** The kept output of a command. */
    public KeptLines(KeptCommand command) {
        this(command, JvmVariables.ofThis());
    }

    KeptLines(KeptCommand command, JvmVariables variables) {
        this.variables = variables;
        this.file = new ResultFile(command.results(), command.fresh());
    }

    /** What {@link ChildJvm#lines} returns, now or in an earlier run of the same code. */
    public List<String> of(List<String> jvmArguments, Class<?> program, String... arguments)
            throws IOException, InterruptedException {
        return of(jvmArguments, program, List.of(arguments), () -> ChildJvm.lines(jvmArguments, program, arguments));
    }

    /** The same for a program that is measured from outside. */
    public List<String> of(List<String> jvmArguments, Class<?> program, List<String> arguments, Measurement measurement)
            throws IOException, InterruptedException {
        Map<String, String> key = key(jvmArguments, program, arguments);
        Optional<ResultFile.Finished> found = file.of(key);
        if (found.isPresent()) {
            before.add(found.get().moment());
            return lines(found.get());
        }
        List<String> measured = measurement.lines();
        CodeDigest.requireThisIs(code);
        now++;
        return lines(file.keep(key, LINES, measured));
    }

    private Map<String, String> key(List<String> jvmArguments, Class<?> program, List<String> arguments) {
        Map<String, String> key = new TreeMap<>();
        key.put("program", program.getName());
        key.put("of it", String.join(" ", arguments));
        key.put("arguments", String.join(" ", jvmArguments));
        variables.addTo(key);
        key.put("java", Jvm.current().version() + ", " + Jvm.current().build());
        key.put("machine", Conditions.machine());
        key.put("code", code);
        return key;
    }

    private static List<String> lines(ResultFile.Finished finished) {
        List<String> lines = new ArrayList<>();
        for (Object line : (List<?>) finished.content(LINES)) {
            lines.add((String) Objects.requireNonNull(line));
        }
        return lines;
    }

    /** The variables that the JVMs of the programs obey. */
    JvmVariables variables() {
        return variables;
    }

    /** How far the command has come. */
    Progress progress() {
        return new Progress(now, 0, before);
    }

    /** Measures, and returns the result. */
    @FunctionalInterface
    public interface Measurement {
        /** The result, as lines. */
        List<String> lines() throws IOException, InterruptedException;
    }
}
