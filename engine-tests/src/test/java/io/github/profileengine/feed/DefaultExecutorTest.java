package io.github.profileengine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.jvm.ChildJvm;
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
        String output = ChildJvm.run(ThreadlessPool.class, "-Djava.util.concurrent.ForkJoinPool.common.parallelism=0");

        assertThat(output.strip()).isEqualTo("[1, 2, 3] [complete]");
    }
}
