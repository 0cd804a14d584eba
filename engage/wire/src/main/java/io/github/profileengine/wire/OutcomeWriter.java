package io.github.profileengine.wire;

import io.github.profileengine.operation.Operator;
import io.github.profileengine.operation.Outcome;
import io.github.profileengine.profile.ProfileId;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes outcomes as NDJSON. Each line has the keys {@code file, index, profile, operator, property, outcome, rule,
 * explanation} in this order. The profile is <code>{"$token":..,"$distinct_id":..}</code>; for a group
 * {@code $group_key} and {@code $group_id} replace the id. It is null if unknown. Not thread-safe.
 */
public final class OutcomeWriter implements AutoCloseable {

    private final LineOutput out;

    /** Writes to {@code out}, which {@link #close()} closes. */
    public OutcomeWriter(OutputStream out) {
        this.out = new LineOutput(out);
    }

    /**
     * Writes one line, which may stay in memory until {@link #flush()}.
     *
     * @param file a name of the input that readers of the line understand
     * @param index the record's place in that input
     * @param profile the profile that the record refers to; null if unknown
     */
    public void write(String file, long index, @Nullable ProfileId profile, Outcome outcome) throws IOException {
        StringBuilder line = out.line();
        line.append('{');
        LineOutput.member(line, "file", file).append(',');
        LineOutput.member(line, "index", index).append(",\"profile\":");
        appendProfile(line, profile);
        Operator operator = outcome.operator();
        LineOutput.member(line.append(','), "operator", operator == null ? null : operator.symbol());
        LineOutput.member(line.append(','), "property", outcome.property());
        LineOutput.member(line.append(','), "outcome", outcome.kind().name());
        LineOutput.member(line.append(','), "rule", outcome.rule().ruleName());
        LineOutput.member(line.append(','), "explanation", outcome.explanation());
        line.append('}');
        out.endLine();
    }

    private static void appendProfile(StringBuilder line, @Nullable ProfileId profile) {
        if (profile == null) {
            line.append("null");
            return;
        }
        line.append('{');
        LineOutput.target(line, profile);
        line.append('}');
    }

    /** Writes all lines to the stream and flushes it. */
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
