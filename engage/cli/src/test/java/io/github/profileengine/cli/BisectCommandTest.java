package io.github.profileengine.cli;

import static io.github.profileengine.cli.SealedLog.resealed;
import static io.github.profileengine.cli.SealedLog.set;
import static io.github.profileengine.cli.SealedLog.slice;
import static io.github.profileengine.cli.ToolRun.record;
import static io.github.profileengine.cli.ToolRun.setting;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BisectCommandTest {

    private static final String[] RUN = {setting("a", 1), setting("b", 2), setting("a", 3), setting("b", 4)};

    @TempDir
    private Path folder;

    private Path log(String name, String... records) {
        Path log = folder.resolve(name);
        ToolRun run = ToolRun.on(String.join("\n", records))
                .run("apply", "--no-automatic", "--quiet", "--now", "2026-01-31", "--log", log);
        assertThat(run.code()).isZero();
        return log;
    }

    private Path written(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), SealedLog.log(lines));
    }

    @Test
    void bisect_ofTwoRunsOfOneInput_agrees() {
        ToolRun run = ToolRun.of("bisect", log("one", RUN), log("two", RUN));

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo("equal: 4 updates and 0 other entries in " + folder.resolve("one")
                        + ", 4 updates and 0 other entries in " + folder.resolve("two") + "\n");
        assertThat(ToolRun.of("bisect", "--quiet", folder.resolve("one"), folder.resolve("two"))
                        .err())
                .isEmpty();
    }

    @Test
    void bisect_ofOtherShardsAndSlices_agrees() throws IOException {
        Path one = written("one", slice(0, 0, 1, 4), set("a", 1), set("b", 2), set("a", 3), set("b", 4));
        Path two = written(
                "two",
                slice(0, 7, 1, 1),
                set("b", 2),
                slice(0, 3, 1, 2),
                set("a", 1),
                set("a", 3),
                slice(0, 7, 2, 1),
                set("b", 4));

        assertThat(ToolRun.of("bisect", "--quiet", one, two)).isEqualTo(new ToolRun(0, "", ""));
        assertThat(ToolRun.of("bisect", "--quiet", two, one)).isEqualTo(new ToolRun(0, "", ""));
    }

    @Test
    void bisect_ofAChangedValue_showsBothUpdatesAndTheirProfile() throws IOException {
        Path one = written("one", slice(0, 0, 1, 4), set("a", 1), set("b", 2), set("a", 3), set("b", 4));
        Path two = written(
                "two", slice(0, 0, 1, 2), set("a", 1), set("a", 9), slice(0, 1, 1, 2), set("b", 2), set("b", 4));
        ToolRun run = ToolRun.of("bisect", one, two);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .isEqualTo(String.join(
                        "\n",
                        "2 updates agree, then these differ:",
                        one + ":5: " + set("a", 3),
                        two + ":4: " + set("a", 9),
                        "before: " + record("a", 1),
                        "after " + one + ":5: " + record("a", 3),
                        "after " + two + ":4: " + record("a", 9),
                        ""));
        assertThat(run.err()).startsWith("different: 4 updates and 0 other entries in " + one);
    }

    @Test
    void bisect_ofSeveralDifferences_showsTheOneThatIsFirstInTheFirstLog() throws IOException {
        Path one = written("one", slice(0, 0, 1, 4), set("a", 1), set("b", 2), set("a", 3), set("b", 4));
        Path two = written("two", slice(0, 0, 1, 4), set("a", 1), set("a", 9), set("b", 9), set("b", 4));

        assertThat(ToolRun.of("bisect", one, two).out())
                .startsWith("1 update agrees, then these differ:\n" + one + ":4: " + set("b", 2) + "\n" + two + ":5: ");
    }

    @Test
    void bisect_ofADroppedUpdate_showsWhatStandsInItsPlace() throws IOException {
        Path one = written("one", slice(0, 0, 1, 3), set("a", 1), set("a", 2), set("a", 3));
        Path two = written("two", slice(0, 0, 1, 2), set("a", 1), set("a", 3));

        assertThat(ToolRun.of("bisect", one, two).out())
                .contains("1 update agrees", one + ":4: " + set("a", 2), two + ":4: " + set("a", 3));
    }

    @Test
    void bisect_ofADroppedLastUpdate_saysThatThereIsNone_onBothSides() throws IOException {
        Path more = written("more", slice(0, 0, 1, 3), set("b", 7), set("a", 1), set("a", 2));
        Path less = written("less", slice(0, 0, 1, 2), set("b", 7), set("a", 1));
        String profiles = "before: " + record("a", 1) + "\n";

        assertThat(ToolRun.of("bisect", more, less).out())
                .isEqualTo("2 updates agree, then these differ:\n" + more + ":5: " + set("a", 2) + "\n" + less
                        + ":5: no such update before this line\n" + profiles + "after " + more + ":5: "
                        + record("a", 2) + "\nafter " + less + ":5: " + record("a", 1) + "\n");
        assertThat(ToolRun.of("bisect", less, more).out())
                .isEqualTo("2 updates agree, then these differ:\n" + less + ":5: no such update before this line\n"
                        + more + ":5: " + set("a", 2) + "\n" + profiles + "after " + less + ":5: "
                        + record("a", 1) + "\nafter " + more + ":5: " + record("a", 2) + "\n");
    }

    @Test
    void bisect_ofAnOrderSwappedWithinAProfile_differs() {
        ToolRun run = ToolRun.of(
                "bisect", log("one", setting("a", 1), setting("a", 2)), log("two", setting("a", 2), setting("a", 1)));

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).startsWith("0 updates agree").contains("before: no profile\n");
    }

    @Test
    void bisect_ofAnOrderSwappedAcrossProfiles_agrees() {
        assertThat(ToolRun.of("bisect", log("one", RUN), log("two", RUN[1], RUN[0], RUN[3], RUN[2]))
                        .code())
                .isZero();
    }

    @Test
    void bisect_ofAProfileThatOnlyOneLogKnows_differs() {
        Path one = log("one", setting("a", 1));
        Path two = log("two", setting("a", 1), setting("b", 2));

        assertThat(ToolRun.of("bisect", one, two).out())
                .contains("1 update agrees", ": no such update before this line", "after " + two)
                .contains("before: no profile\n", record("b", 2));
        assertThat(ToolRun.of("bisect", two, one).code()).isEqualTo(1);
    }

    @Test
    void bisect_ofTheSameUpdatesThatLedToOtherStates_saysSo() throws IOException {
        Path one = log("one", RUN);
        String hash = SealedState.hash(record("a", 3), record("b", 4));
        Path two = Files.writeString(folder.resolve("two"), resealed(one, hash, "1".repeat(64)));

        ToolRun run = ToolRun.of("bisect", one, two);

        assertThat(run.code()).isEqualTo(1);
        long end = Files.readAllLines(one).size() - 1;
        assertThat(run.out())
                .isEqualTo("every update agrees, but the states that came out differ:\n" + one + ":" + end + ": " + hash
                        + "\n" + two + ":" + end + ": " + "1".repeat(64) + "\n");
    }

    @Test
    void bisect_ofADamagedLog_endsWith2_evenBehindTheDifference() throws IOException {
        Path one = log("one", RUN);
        Path two = log("two", setting("a", 9), RUN[1], RUN[2], RUN[3]);
        String text = Files.readString(two);
        Files.writeString(two, text.substring(0, text.length() - 1));

        ToolRun run = ToolRun.of("bisect", one, two);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("profile-engine: " + two + ":").contains("it was cut");
    }

    @Test
    void bisect_ofWhatCannotBeReadTwice_endsWith2() {
        Path one = log("one", RUN);

        assertThat(ToolRun.of("bisect", one, "-").err())
                .isEqualTo("profile-engine: -: bisect reads a log twice: give a file, not standard input, a pipe or a"
                        + " device\n");
        assertThat(ToolRun.of("bisect", "/dev/null", one).err()).contains("/dev/null: bisect reads a log twice");
        assertThat(ToolRun.of("bisect", folder, one).err()).contains("is a folder");
        assertThat(ToolRun.of("bisect", one).code()).isEqualTo(2);
        assertThat(ToolRun.of("bisect", one, folder.resolve("gone")).err()).contains("no such file or folder");
    }
}
