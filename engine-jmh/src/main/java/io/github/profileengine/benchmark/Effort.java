package io.github.profileengine.benchmark;

/**
 * How long every benchmark of a section is run. Warm-up and measured iterations take equally long.
 *
 * @param forks JVMs per benchmark and parameters
 * @param warmups iterations thrown away, per JVM
 * @param iterations iterations measured, per JVM
 * @param millis length of an iteration
 */
public record Effort(int forks, int warmups, int iterations, int millis) {
    /** Enough to see that everything runs; its figures mean nothing. */
    public static final Effort QUICK = new Effort(1, 1, 1, 200);

    @Override
    public String toString() {
        return forks + " JVM(s) each, " + warmups + " + " + iterations + " iterations of " + millis + " ms";
    }
}
