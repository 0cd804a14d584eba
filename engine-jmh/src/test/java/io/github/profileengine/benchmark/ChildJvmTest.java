package io.github.profileengine.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildJvmTest {
    /** Says its argument, or fails without one. */
    static final class Talker {
        public static void main(String[] arguments) {
            System.out.println(arguments[0] + "\nand more");
        }
    }

    /** Runs a child that does not end by itself. */
    static final class Parent {
        public static void main(String[] arguments) throws Exception {
            ChildJvm.lines(List.of(), Child.class, arguments);
        }
    }

    /** Writes its process id into a file, and waits. */
    static final class Child {
        public static void main(String[] arguments) throws Exception {
            Path part = Path.of(arguments[0] + ".part");
            Files.writeString(part, Long.toString(ProcessHandle.current().pid()));
            Files.move(part, Path.of(arguments[0]));
            new CountDownLatch(1).await(5, TimeUnit.MINUTES);
        }
    }

    @Test
    void lines_ofAProgramThatTalks_areAllItSays() throws Exception {
        assertThat(ChildJvm.lines(List.of(), Talker.class, "hello")).containsExactly("hello", "and more");
    }

    @Test
    void lines_ofAProgramThatFails_saysWhichProgramAndItsCode() {
        assertThatThrownBy(() -> ChildJvm.lines(List.of(), Talker.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Talker ended with 1: []");
    }

    @Test
    void lines_parentIsToldToEnd_endsTheChildToo(@TempDir Path folder) throws Exception {
        Path written = folder.resolve("pid");
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        written.toString())
                .redirectErrorStream(true)
                .start();
        ProcessHandle child = ProcessHandle.of(number(parent, written)).orElseThrow();
        try {
            parent.destroy();

            child.onExit().get(60, TimeUnit.SECONDS);
        } finally {
            child.destroyForcibly();
        }
    }

    private static long number(Process parent, Path written) throws IOException {
        while (parent.isAlive() && !Files.exists(written)) {
            Thread.onSpinWait();
        }
        return Long.parseLong(Files.readString(written));
    }
}
