package io.github.profileengine.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Outputs that are pipes. */
class ServePipeTest {
    @TempDir
    private Path folder;

    /** A pipe is not a file, so it stays when the server ends. */
    @Test
    void serve_portFileIsAPipe_staysThere() throws Exception {
        Path pipe = folder.resolve("pipe");
        assumeTrue(canMakePipe(pipe), "no pipes here");
        CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> text(pipe));
        try (OutputFile output = OutputFile.open(pipe.toString(), OutputStream.nullOutputStream());
                PortFile file = new PortFile(output)) {
            file.write(1);
            file.remove();
        }
        assertThat(read.get(60, TimeUnit.SECONDS)).isEqualTo("1\n");
        assertThat(pipe).exists();
    }

    /** Opening a pipe waits for its reader. A signal ends that like any other wait. */
    @ParameterizedTest
    @ValueSource(strings = {"--save", "--port-file"})
    void serve_pipeThatNobodyReads_canBeStopped(String option) throws Exception {
        Path pipe = folder.resolve("pipe");
        assumeTrue(canMakePipe(pipe), "no pipes here");
        assumeTrue(ServeProcess.showsWaits(), "this system does not tell what a thread waits for");
        try (ServeProcess serve = ServeProcess.start("--port", "0", option, pipe.toString())) {
            // An earlier signal would end the JVM, whatever the program does.
            serve.awaitPipe();
            serve.signal("TERM");
            assertThat(serve.exitCode()).isNotZero();
        }
    }

    private static boolean canMakePipe(Path pipe) throws InterruptedException {
        try {
            return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    private static String text(Path pipe) {
        try {
            return Files.readString(pipe);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
