package io.github.profileengine.cli;

import io.github.profileengine.diff.ProfileDiff;
import io.github.profileengine.diff.StateDiff;
import io.github.profileengine.identity.Alias;
import io.github.profileengine.profile.CanonicalRecord;
import io.github.profileengine.value.CanonicalText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Stream;

/** Prints the difference of two states as NDJSON: aliases, then profiles, each in canonical order. */
final class DiffLines {

    private static final Comparator<AliasChange> ALIAS_ORDER = Comparator.<AliasChange, String>comparing(
                    change -> change.alias.token(), CanonicalText::compareNames)
            .thenComparing(change -> change.alias.alias(), CanonicalText::compareNames)
            // If an alias was mapped anew, its old mapping comes first.
            .thenComparing(AliasChange::added);

    private DiffLines() {}

    /** Writes all lines, but stops early if the reader has gone. */
    static void write(StateDiff diff, OutputFile output) throws UnusableFileException {
        Stream<AliasChange> aliases = Stream.concat(
                        diff.removedAliases().stream().map(alias -> new AliasChange(alias, false)),
                        diff.addedAliases().stream().map(alias -> new AliasChange(alias, true)))
                .sorted(ALIAS_ORDER);
        Stream<String> lines = Stream.concat(
                aliases.map(DiffLines::line), diff.profiles().stream().map(DiffLines::line));
        try {
            for (Iterator<String> each = lines.iterator(); each.hasNext() && !output.isAbandoned(); ) {
                output.stream().write((each.next() + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException problem) {
            throw new UnusableFileException(output.name(), problem);
        }
    }

    private static String line(AliasChange change) {
        String record = change.alias.canonicalRecord();
        return record.substring(0, record.length() - 1) + ",\"change\":\"" + (change.added ? "added" : "removed")
                + "\"}";
    }

    private static String line(ProfileDiff profile) {
        StringBuilder line = new StringBuilder("{");
        CanonicalRecord.appendMembers(line, profile.id());
        line.append(",\"change\":\"").append(profile.kind().name().toLowerCase(Locale.ROOT));
        return line.append("\",\"patch\":")
                .append(profile.jsonPatch())
                .append('}')
                .toString();
    }

    private record AliasChange(Alias alias, boolean added) {}
}
