package io.github.profileengine.packed;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A soak test: short by default, with a fixed number of runs. With {@code -Dsoak.minutes=10} it runs for that long, and
 * prints how many steps it made.
 */
class PackedSoakTest {
    private static final long NANOS =
            Duration.ofMinutes(Integer.getInteger("soak.minutes", 0)).toNanos();
    private static final int RUNS = 2;
    private static final int CHECKS = 20;
    private static final int STEPS = 8_000;

    static List<PackedSizes> sizes() {
        return List.of(PackedSizes.DEFAULT, new PackedSizes(64, 1 << 12, 1 << 8, 1 << 16, 8, 2_048));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void profiles_growingShrinkingComingAndGoing_takeWhatTheyNeedAndNotMuchMore(PackedSizes sizes) {
        long end = System.nanoTime() + NANOS / sizes().size();
        int runs = 0;
        while (runs < RUNS || System.nanoTime() - end < 0) {
            SoakRun run = new SoakRun(sizes, runs++);
            for (int check = 0; check < CHECKS; check++) {
                run.steps(STEPS);
                run.check();
            }
        }
        if (NANOS > 0) {
            System.out.printf("soak: %,d steps with %s%n", (long) runs * CHECKS * STEPS, sizes);
        }
    }
}
