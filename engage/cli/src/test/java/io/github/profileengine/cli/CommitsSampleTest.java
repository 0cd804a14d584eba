package io.github.profileengine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way with real data: a run, its state, its log, and the run once more. */
class CommitsSampleTest {

    private static final Path SAMPLE = Path.of("../../samples/commits.ndjson.gz");

    @TempDir
    private Path folder;

    @Test
    void sample_savedAndLogged_hashesAndReplaysToTheSameState() throws IOException {
        Path state = folder.resolve("state.ndjson.gz");
        Path log = folder.resolve("log.ndjson.gz");
        ToolRun plain = ToolRun.of("apply", "--quiet", SAMPLE);
        ToolRun run = ToolRun.of("apply", "--quiet", "--save", state, "--log", log, SAMPLE);
        String hash = SealedState.hash(run.out().split("\n"));

        assertThat(run).isEqualTo(plain);
        assertThat(ToolRun.of("hash", state)).isEqualTo(new ToolRun(0, hash + "  " + state + "\n", ""));
        assertThat(ToolRun.of("replay", "--quiet", log)).isEqualTo(new ToolRun(0, hash + "\n", ""));
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            Path again = folder.resolve("again.ndjson.gz");
            ToolRun replay = ToolRun.of("replay", "--quiet", "--shards", 1, "--threads", 4, "--save", again, log);

            assertThat(replay).isEqualTo(new ToolRun(0, hash + "\n", ""));
            assertThat(again).hasSameBinaryContentAs(state);
        } finally {
            Locale.setDefault(before);
        }
    }

    /** The same updates in another order across profiles, in plain text, with one of them changed or with none. */
    @Test
    void sample_shuffledAcrossProfiles_bisectsToTheOneThatWasChanged() throws IOException {
        List<String> records = new ArrayList<>();
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(SAMPLE))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(records::add);
        }
        List<String> shuffled = shuffledAcrossProfiles(records);
        Path first = log("first", records);
        Path second = log("second", shuffled);
        int at = 31_000;
        while (!shuffled.get(at).contains("\"commits\": 1,")) {
            at++;
        }
        shuffled.set(at, shuffled.get(at).replace("\"commits\": 1,", "\"commits\": 77,"));
        Path third = log("third", shuffled);

        assertThat(ToolRun.of("bisect", "--quiet", first, second)).isEqualTo(new ToolRun(0, "", ""));
        ToolRun difference = ToolRun.of("bisect", "--quiet", first, third);
        assertThat(difference.code()).isEqualTo(1);
        assertThat(difference.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).endsWith(" updates agree, then these differ:"),
                        line -> assertThat(line).startsWith(first + ":").contains("\"$add\":{\"commits\":1,"),
                        line -> assertThat(line).startsWith(third + ":").contains("\"$add\":{\"commits\":77,"),
                        line -> assertThat(line).startsWith("before: "),
                        line -> assertThat(line).startsWith("after " + first + ":"),
                        line -> assertThat(line).startsWith("after " + third + ":"));
    }

    private static List<String> shuffledAcrossProfiles(List<String> records) {
        List<String> ids = records.stream().map(CommitsSampleTest::id).toList();
        List<String> order = new ArrayList<>(ids);
        Collections.shuffle(order, new Random(7));
        Map<String, Queue<String>> waiting = new HashMap<>();
        for (int i = 0; i < records.size(); i++) {
            waiting.computeIfAbsent(ids.get(i), id -> new ArrayDeque<>()).add(records.get(i));
        }
        List<String> shuffled = new ArrayList<>();
        order.forEach(id -> shuffled.add(waiting.get(id).remove()));
        return shuffled;
    }

    private static String id(String record) {
        int from = record.indexOf("\"$distinct_id\": \"");
        return record.substring(from, record.indexOf('"', from + 17));
    }

    private Path log(String name, List<String> records) {
        Path log = folder.resolve(name);
        assertThat(ToolRun.on(String.join("\n", records))
                        .run("apply", "--quiet", "--output", folder.resolve("profiles"), "--log", log)
                        .code())
                .isZero();
        return log;
    }
}
