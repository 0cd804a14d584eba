package io.github.profileengine.cli;

import io.github.profileengine.wire.workload.OperatorMix;
import io.github.profileengine.wire.workload.Workload;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options for the updates to generate. */
final class WorkloadOptions {

    /** How profiles are drawn. */
    enum Distribution {
        UNIFORM,
        ZIPF
    }

    private static final double USUAL_EXPONENT = 1;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    @Option(names = "--profiles", paramLabel = "N", required = true, description = "How many profiles there are.")
    private long profiles;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Any integer. The same options give the same bytes (of gzip, before compression), with every"
                    + " Java and on every machine (default: 1).")
    private @Nullable Long seed;

    @Option(
            names = "--distribution",
            paramLabel = "NAME",
            description = "uniform: every profile equally often. zipf: the K-th most frequent one in proportion to"
                    + " 1/K^exponent (default: uniform).")
    private Distribution distribution = Distribution.UNIFORM;

    @Option(
            names = "--exponent",
            paramLabel = "X",
            description = "The exponent of zipf, over 0 and up to 10 (default: 1).")
    private @Nullable Double exponent;

    @Option(
            names = "--mix",
            paramLabel = "MIX",
            converter = OperatorMixText.class,
            description = "How often each operator comes: 'sample' as in real updates, or operators with weights, such"
                    + " as set=60,add=20,append=20; one without a weight has weight 1 (default: sample).")
    private @Nullable OperatorMix mix;

    @Option(
            names = "--properties",
            paramLabel = "N",
            description = "How many properties a profile has once all were named, up to 10000; the sample's mix needs"
                    + " at least 5. The mix divides them among numbers, lists, objects and others (default: 12).")
    private @Nullable Integer properties;

    @Option(names = "--token", paramLabel = "TOKEN", description = "The project (default: generated).")
    private @Nullable String token;

    Workload workload() {
        FileBoundOptions.checked(command, "--profiles", profiles, Workload.MOST_PROFILES);
        Workload workload = Workload.of(profiles);
        try {
            workload = mix == null ? workload : workload.withMix(mix);
            workload = properties == null ? workload : workload.withProperties(properties);
            workload = token == null ? workload : workload.withToken(token);
            workload = seed == null ? workload : workload.withSeed(seed);
            return workload.withSkew(skew());
        } catch (IllegalArgumentException problem) {
            throw new ParameterException(command.commandLine(), String.valueOf(problem.getMessage()), problem);
        }
    }

    private double skew() {
        if (distribution == Distribution.UNIFORM) {
            if (exponent != null) {
                throw new ParameterException(command.commandLine(), "--exponent goes with --distribution zipf only");
            }
            return 0;
        }
        double skew = exponent == null ? USUAL_EXPONENT : exponent;
        if (!(skew > 0 && skew <= Workload.GREATEST_SKEW)) {
            throw new ParameterException(
                    command.commandLine(),
                    "Invalid value for option '--exponent': " + skew + " is not over 0 and up to 10");
        }
        return skew;
    }
}
