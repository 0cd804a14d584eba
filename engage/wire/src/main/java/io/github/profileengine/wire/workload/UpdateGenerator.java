package io.github.profileengine.wire.workload;

import io.github.profileengine.operation.Operator;
import io.github.profileengine.value.CanonicalText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes the updates of a {@link Workload} as NDJSON, as many as the caller asks for; the sequence has no end. Each
 * update has one operator and a time. Times start in 2026 and advance by one second every {@value #UPDATES_PER_SECOND}
 * updates.
 *
 * <p>Memory depends neither on the number of updates nor on the number of profiles. Not thread-safe.
 */
public final class UpdateGenerator {
    private static final int UPDATES_PER_SECOND = 50;
    private static final long START_SECONDS = 1_767_225_600L;

    private final LineBytes line = new LineBytes();
    private final SeededRandom random;
    private final OperatorMix mix;
    private final OperandWriter operands;
    private final long profiles;
    private final ZipfRanks ranks;
    private final boolean skewed;
    private final byte[] begin;
    private long written;

    public UpdateGenerator(Workload workload) {
        this.random = new SeededRandom(workload.seed());
        this.mix = workload.mix();
        this.operands = new OperandWriter(line, random, new PropertyNames(mix, workload.properties()));
        this.profiles = workload.profiles();
        this.ranks = new ZipfRanks(profiles, workload.skew());
        this.skewed = workload.skew() > 0;
        String token = CanonicalText.of(workload.token());
        this.begin = ("{\"$token\":" + token + ",\"$distinct_id\":\"user-").getBytes(StandardCharsets.UTF_8);
    }

    /** Writes the next updates, one per line. How many each call asks for does not change the sequence. */
    public void write(OutputStream out, long updates) throws IOException {
        for (long i = 0; i < updates; i++) {
            append();
            line.endLine(out);
        }
        line.writeTo(out);
    }

    private void append() {
        long seconds = START_SECONDS + written++ / UPDATES_PER_SECOND;
        Operator operator = mix.next(random);
        line.append(begin).append(skewed ? ranks.next(random) : 1 + random.below(profiles));
        line.append("\",\"$time\":").append(seconds);
        line.append(",\"").append(operator.symbol()).append("\":");
        operands.write(operator, seconds);
        line.append('}');
    }
}
