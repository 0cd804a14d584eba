package io.github.profileengine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DefaultExecutorTest {

    @Test
    void execute_usually_runsInTheCommonPool() throws Exception {
        CompletableFuture<ForkJoinPool> pool = new CompletableFuture<>();

        DefaultExecutor.INSTANCE.execute(() -> pool.complete(ForkJoinTask.getPool()));

        assertThat(pool.get(Latches.PATIENCE_SECONDS, TimeUnit.SECONDS)).isSameAs(ForkJoinPool.commonPool());
    }

    @Test
    void execute_commonPoolWithoutThreads_deliversAllTheSame() throws Exception {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=0",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ThreadlessPool.class.getName());

        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output.strip()).isEqualTo("[1, 2, 3] [complete]");
    }
}
