package io.github.profileengine.cli;

import io.github.profileengine.operation.Outcome;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.value.CanonicalText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what each operator did to each property as NDJSON, a line each; a rejected record has one line. */
final class OutcomeLines {

    private final OutputFile output;

    OutcomeLines(OutputFile output) {
        this.output = output;
    }

    /**
     * Writes the outcomes of one record.
     *
     * @param file the input, as the user gave it
     * @param index the place of the record in it, from 0
     * @param target the profile it speaks of; null if that is not known
     * @param outcomes what happened
     */
    void write(String file, long index, @Nullable ProfileId target, List<Outcome> outcomes)
            throws UnusableFileException {
        for (Outcome outcome : outcomes) {
            try {
                output.stream().write(line(file, index, target, outcome).getBytes(StandardCharsets.UTF_8));
            } catch (IOException problem) {
                throw new UnusableFileException(output.name(), problem);
            }
        }
    }

    private static String line(String file, long index, @Nullable ProfileId target, Outcome outcome) {
        StringBuilder line = new StringBuilder(256).append("{\"file\":");
        CanonicalText.append(line, file);
        line.append(",\"index\":").append(index).append(",\"profile\":");
        appendTarget(line, target);
        line.append(",\"operator\":");
        CanonicalText.append(
                line, outcome.operator() == null ? null : outcome.operator().symbol());
        line.append(",\"property\":");
        CanonicalText.append(line, outcome.property());
        line.append(",\"outcome\":\"").append(outcome.kind().name());
        line.append("\",\"rule\":\"").append(outcome.rule().ruleName());
        line.append("\",\"explanation\":");
        CanonicalText.append(line, outcome.explanation());
        return line.append("}\n").toString();
    }

    private static void appendTarget(StringBuilder line, @Nullable ProfileId target) {
        if (target == null) {
            line.append("null");
            return;
        }
        line.append("{\"$token\":");
        CanonicalText.append(line, target.token());
        if (target.isGroup()) {
            line.append(",\"$group_key\":");
            CanonicalText.append(line, target.groupKey().orElseThrow());
        }
        line.append(target.isGroup() ? ",\"$group_id\":" : ",\"$distinct_id\":");
        CanonicalText.append(line, target.id());
        line.append('}');
    }
}
