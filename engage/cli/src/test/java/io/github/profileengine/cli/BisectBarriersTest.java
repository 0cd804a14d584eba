package io.github.profileengine.cli;

import static io.github.profileengine.cli.SealedLog.add;
import static io.github.profileengine.cli.SealedLog.clear;
import static io.github.profileengine.cli.SealedLog.resealed;
import static io.github.profileengine.cli.SealedLog.set;
import static io.github.profileengine.cli.SealedLog.slice;
import static io.github.profileengine.cli.ToolRun.record;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comparing logs that hold more than updates, and that do not start with an empty state. */
class BisectBarriersTest {

    @TempDir
    private Path folder;

    private Path written(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), SealedLog.log(lines));
    }

    private Path continuing(String start, String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), SealedLog.continuing(start, lines));
    }

    @Test
    void bisect_acrossABarrier_comparesOnlyWhatLiesBetween() throws IOException {
        Path one =
                written("one", slice(0, 0, 1, 2), set("a", 1), set("b", 2), clear(0), slice(1, 0, 2, 1), set("a", 3));
        Path two =
                written("two", slice(0, 0, 1, 2), set("a", 1), set("b", 2), clear(0), slice(1, 0, 2, 1), set("a", 4));
        Path moved =
                written("moved", slice(0, 0, 1, 1), set("a", 1), clear(0), slice(1, 0, 2, 2), set("b", 2), set("a", 3));

        assertThat(ToolRun.of("bisect", "--quiet", one, one)).isEqualTo(new ToolRun(0, "", ""));
        assertThat(ToolRun.of("bisect", one, two).out())
                .contains("2 updates agree", one + ":7: " + set("a", 3), "before: no profile\n");
        assertThat(ToolRun.of("bisect", one, moved).out())
                .contains("1 update agrees", one + ":4: " + set("b", 2), moved + ":4: no such update before this line");
    }

    @Test
    void bisect_ofOtherBarriers_showsThese() throws IOException {
        String alias = "{\"$alias\":{\"alias\":\"x\",\"barrier\":0,\"distinct_id\":\"a\",\"token\":\"t\"}}";
        Path one = written("one", slice(0, 0, 1, 1), set("a", 1), clear(0));
        Path two = written("two", slice(0, 0, 1, 1), set("a", 1), alias);
        Path none = written("none", slice(0, 0, 1, 1), set("a", 1));

        assertThat(ToolRun.of("bisect", one, two).out())
                .isEqualTo("1 update agrees, then these differ:\n" + one + ":4: " + clear(0) + "\n" + two + ":4: "
                        + alias + "\n");
        assertThat(ToolRun.of("bisect", one, none).out())
                .isEqualTo("1 update agrees, then these differ:\n" + one + ":4: " + clear(0) + "\n" + none
                        + ":4: the end of the log\n");
        assertThat(ToolRun.of("bisect", none, two).code()).isEqualTo(1);
    }

    @Test
    void bisect_afterARestoredState_knowsTheProfile() throws IOException {
        String restore = "{\"$restore\":{\"aliases\":0,\"barrier\":0,\"profiles\":1}}";
        String unknown = "5".repeat(64);
        Path one = continuing(unknown, "one", restore, record("a", 7), slice(1, 0, 1, 1), add("a", 1));
        Path two = continuing(unknown, "two", restore, record("a", 7), slice(1, 0, 1, 1), add("a", 2));
        Path other = continuing(unknown, "other", restore, record("a", 8), slice(1, 0, 1, 1), set("a", 1));

        assertThat(ToolRun.of("bisect", one, two).out())
                .contains("before: " + record("a", 7), "5: " + record("a", 8), "5: " + record("a", 9));
        assertThat(ToolRun.of("bisect", one, other).out())
                .isEqualTo("0 updates agree, then these differ:\n" + one + ":2: " + restore + "\n" + other + ":2: "
                        + restore + "\n");
    }

    @Test
    void bisect_ofLogsThatContinueAState_showsProfilesIfItIsGiven() throws IOException {
        Path state = Files.writeString(folder.resolve("state"), SealedState.of(record("a", 7)));
        String start = SealedState.hash(record("a", 7));
        Path one = continuing(start, "one", slice(0, 0, 1, 1), add("a", 1));
        Path two = continuing(start, "two", slice(0, 0, 1, 1), add("a", 2));
        Path other = written("other", slice(0, 0, 1, 1), add("a", 2));

        assertThat(ToolRun.of("bisect", "--load", state, one, two).out())
                .contains("before: " + record("a", 7), record("a", 8), record("a", 9));
        assertThat(ToolRun.of("bisect", one, two).out())
                .contains("before: unknown: the logs continue a state that was not given with --load\n");
        // Of these one begins with nothing.
        assertThat(ToolRun.of("bisect", one, other).out())
                .contains("before: unknown: the logs continue different states\n");
        ToolRun wrong = ToolRun.of("bisect", "--load", state, one, other);
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains(state + ": is not the state that " + other + " continues");
    }

    @Test
    void bisect_ofOtherOptionsOrStarts_saysSoFirst() throws IOException {
        Path one = written("one", slice(0, 0, 1, 1), set("a", 1));
        Path two = continuing("1".repeat(64), "two", slice(0, 0, 1, 1), set("a", 1));
        Path three = Files.writeString(
                folder.resolve("three"), resealed(one, "\"limits\":{}", "\"limits\":{\"maxProperties\":5}"));
        Path four = Files.writeString(
                folder.resolve("four"), resealed(two, "\"limits\":{}", "\"limits\":{\"maxProperties\":5}"));

        assertThat(ToolRun.of("bisect", one, two))
                .extracting(ToolRun::code, run -> run.out().lines().toList())
                .containsExactly(
                        1,
                        List.of(
                                "the first states of the logs differ:",
                                one + ":1: " + Files.readAllLines(one).get(0),
                                two + ":1: " + Files.readAllLines(two).get(0)));
        assertThat(ToolRun.of("bisect", one, three).out()).startsWith("the options of the logs differ:\n");
        assertThat(ToolRun.of("bisect", one, four).out())
                .startsWith("the options and first states of the logs differ:\n");
        assertThat(ToolRun.of("bisect", one, four).code()).isEqualTo(1);
    }
}
