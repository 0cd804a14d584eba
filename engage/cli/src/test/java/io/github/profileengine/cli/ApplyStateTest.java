package io.github.profileengine.cli;

import static io.github.profileengine.cli.ProfileEngineCommandTest.failing;
import static io.github.profileengine.cli.ToolRun.lines;
import static io.github.profileengine.cli.ToolRun.printed;
import static io.github.profileengine.cli.ToolRun.setting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting with a saved state, and saving the state in the end. */
class ApplyStateTest {

    @TempDir
    private Path folder;

    private Path state;
    private Path other;
    private Path log;

    @BeforeEach
    void nameFiles() {
        state = folder.resolve("state");
        other = folder.resolve("other");
        log = folder.resolve("log");
    }

    private static ToolRun apply(String input, Object... arguments) {
        Object[] all = Arrays.copyOf(new Object[] {"apply", "--no-automatic", "--quiet"}, arguments.length + 3);
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return ToolRun.on(input).run(all);
    }

    @Test
    void save_thenLoadAndSave_givesTheSameBytes() throws IOException {
        apply(lines(setting("a", 1), setting("b", 2)), "--save", state);
        ToolRun again = apply("", "--load", state, "--save", other);

        assertThat(again.code()).isZero();
        assertThat(again.out()).isEqualTo(printed("a", 1) + printed("b", 2));
        assertThat(other).hasSameBinaryContentAs(state);
        assertThat(Files.readString(state))
                .startsWith("{\"$state\":\"profile-engine\",\"version\":1}\n" + printed("a", 1) + printed("b", 2));
    }

    @Test
    void load_ofAState_goesOnWhereItEnded() {
        apply(lines(setting("a", 1), setting("b", 2)), "--save", state);

        assertThat(apply(setting("b", 3), "--load", state).out()).isEqualTo(printed("a", 1) + printed("b", 3));
    }

    @Test
    void save_ontoTheStateThatWasLoaded_replacesIt() {
        apply(setting("a", 1), "--save", state);
        apply(setting("b", 2), "--load", state, "--save", state);

        assertThat(apply("", "--load", state).out()).isEqualTo(printed("a", 1) + printed("b", 2));
        assertThat(folder.toFile().list()).containsExactly("state");
    }

    @Test
    void save_toANameThatEndsInGz_isGzip_andLoadsByContent() throws IOException {
        Path zipped = folder.resolve("state.gz");
        apply(setting("a", 1), "--save", zipped);
        apply(setting("a", 1), "--save", state);
        Files.move(zipped, other);

        byte[] bytes = Files.readAllBytes(other);
        // Neither a name nor a time in the header.
        assertThat(Arrays.copyOf(bytes, 8)).isEqualTo(new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0});
        assertThat(apply("", "--load", other, "--save", log).out()).isEqualTo(printed("a", 1));
        assertThat(log).hasSameBinaryContentAs(state);
    }

    @Test
    void load_ofAliases_keepsThem() throws IOException {
        String alias = "{\"$token\":\"t\",\"$alias\":\"x\",\"$distinct_id\":\"a\"}";
        String body = alias + "\n" + printed("a", 1).strip();
        Files.writeString(state, SealedState.of(body.split("\n")));
        ToolRun run = apply(setting("x", 2), "--load", state, "--save", other);

        assertThat(run.out()).isEqualTo(printed("a", 2));
        assertThat(other).content().contains(alias + "\n" + printed("a", 2));
    }

    @Test
    void load_fromStandardInput_withUpdatesFromAFile() throws IOException {
        Path updates = Files.writeString(folder.resolve("updates"), setting("b", 2));
        apply(setting("a", 1), "--save", state);

        assertThat(apply(Files.readString(state), "--load", "-", updates).out())
                .isEqualTo(printed("a", 1) + printed("b", 2));
    }

    @Test
    void load_fromStandardInput_asTheUpdatesAre_endsWith2() {
        assertThat(apply("", "--load", "-").code()).isEqualTo(2);
        assertThat(apply("", "--load", "-", "-").err())
                .startsWith("profile-engine: --load and the updates both read standard input\n");
        for (String standardInput : List.of("/dev/stdin", "/dev/fd/0", "/proc/self/fd/0")) {
            assertThat(apply("", "--load", standardInput).err())
                    .startsWith("profile-engine: --load and the updates both read standard input\n");
        }
    }

    @Test
    void load_ofAStateThatIsCut_endsWith2_andNothingIsAppliedOrWritten() throws IOException {
        apply(lines(setting("a", 1), setting("b", 2)), "--save", state);
        byte[] bytes = Files.readAllBytes(state);
        Files.write(state, Arrays.copyOf(bytes, bytes.length - 1));

        ToolRun run = apply(lines(setting("c", 3), "{}"), "--load", state, "--save", other, "--log", log);

        assertThat(run)
                .isEqualTo(new ToolRun(
                        2, "", "profile-engine: " + state + ":5: the file ends inside this line: it was cut\n"));
        assertThat(folder.toFile().list()).containsExactly("state");
    }

    @Test
    void load_ofWhatIsNoState_endsWith2() throws IOException {
        Files.writeString(state, setting("a", 1) + "\n");

        assertThat(apply("", "--load", state).err())
                .startsWith("profile-engine: " + state + ":1: not a state of profile-engine: ");
        assertThat(apply("", "--load", folder).err()).isEqualTo("profile-engine: " + folder + ": is a folder\n");
        assertThat(apply("", "--load", folder.resolve("gone")).code()).isEqualTo(2);
    }

    @Test
    void load_ofALineBeyondTheBound_endsWith2_sayingSo() {
        apply(setting("a", 1), "--save", state);

        ToolRun run = apply("", "--load", state, "--max-line-bytes", "50");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("profile-engine: " + state + ":2: a line is longer than 50 bytes, the most"
                        + " allowed here (maxTextBytes, --max-line-bytes)\n");
        for (String bound : List.of("0", "1073741825")) {
            assertThat(apply("", "--load", state, "--max-line-bytes", bound).err())
                    .contains("'--max-line-bytes': " + bound + " is not from 1 to 1073741824");
        }
        ToolRun without = apply("", "--max-line-bytes", "50");
        assertThat(without.code()).isEqualTo(2);
        assertThat(without.err()).startsWith("profile-engine: --max-line-bytes needs --load\n");
    }

    @Test
    void save_afterADamagedInput_isNotWritten() throws IOException {
        byte[] gzip = ToolRun.gzip(setting("b", 2) + "\n" + "x".repeat(10_000));
        Path damaged = Files.write(folder.resolve("damaged"), Arrays.copyOf(gzip, gzip.length - 5));
        apply(setting("a", 1), "--save", state);
        byte[] before = Files.readAllBytes(state);

        ToolRun run = apply("", "--load", state, "--save", state, "--log", log, damaged);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEqualTo(printed("a", 1) + printed("b", 2));
        assertThat(run.err())
                .contains("profile-engine: " + state + ": not written, since not all input was read\n")
                .contains("profile-engine: " + log + ": not written, since not all input was read\n");
        assertThat(state).hasBinaryContent(before);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("state", "damaged");
    }

    @Test
    void save_afterRejectedRecords_isWritten() {
        assertThat(apply(lines(setting("a", 1), "{}"), "--save", state).code()).isEqualTo(1);
        assertThat(apply("", "--load", state).out()).isEqualTo(printed("a", 1));
    }

    @Test
    void save_toAFullDevice_endsWith2() {
        Path device = Path.of("/dev/full");
        assumeThat(Files.isWritable(device)).isTrue();

        for (String option : new String[] {"--save", "--log"}) {
            ToolRun run = apply(setting("a", 1), option, device);

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("profile-engine: /dev/full: No space left on device");
        }
    }

    /** Somebody who tries again with the state must know that it already has these updates. */
    @Test
    void save_beforeTheProfilesFail_isTold() {
        ToolRun run = ToolRun.on(setting("a", 1))
                .out(failing("No space left on device"))
                .run("apply", "--no-automatic", "--save", state);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains(
                        "profile-engine: the state was saved before printing the profiles failed; it holds the updates"
                                + " of this run, so do not apply them to it again\n")
                .contains("profile-engine: standard output: No space left on device\n");
        assertThat(state).isRegularFile();
    }

    @Test
    void save_whenTheReaderOfProfilesLeaves_isWhole() {
        ToolRun run = ToolRun.on(setting("a", 1))
                .out(failing("Broken pipe"))
                .run("apply", "--no-automatic", "--quiet", "--save", state, "--log", log);

        assertThat(run.code()).isZero();
        assertThat(apply("", "--load", state).out()).isEqualTo(printed("a", 1));
        assertThat(ToolRun.of("replay", log).code()).isZero();
    }

    @Test
    void outputs_inOnePlace_endWith2_namingBoth() throws IOException {
        String[] options = {"--output", "--outcomes", "--save", "--log"};
        for (int one = 0; one < options.length; one++) {
            for (int two = one + 1; two < options.length; two++) {
                ToolRun run = apply(setting("a", 1), options[one], state, options[two], folder.resolve("./state"));

                assertThat(run.code()).isEqualTo(2);
                assertThat(run.err())
                        .startsWith("profile-engine: " + options[one] + " and " + options[two]
                                + " go to the same place: " + state + "\n");
            }
        }
        assertThat(apply("", "--save", "-").err()).contains("--output and --save go to the same place: -");
        assertThat(folder).isEmptyDirectory();
        Path linked = Files.createSymbolicLink(folder.resolve("linked"), folder);
        assertThat(apply("", "--save", linked.resolve("x"), "--log", folder.resolve("x"))
                        .err())
                .contains("--save and --log go to the same place: ");
        Files.delete(linked);
        assertThat(folder).isEmptyDirectory();
    }

    /** Only the profiles may replace the updates, and only a saved state may replace the state before it. */
    @Test
    void outputs_inPlaceOfWhatIsRead_endWith2_andLeaveIt() throws IOException {
        Files.writeString(other, setting("a", 1));
        apply(setting("a", 1), "--save", state);
        byte[] before = Files.readAllBytes(state);
        for (String option : new String[] {"--outcomes", "--save", "--log"}) {
            ToolRun run = apply("", option, folder.resolve("./other"), other);

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err())
                    .startsWith("profile-engine: " + option + " would replace what is read: " + other + "\n");
        }
        for (String option : new String[] {"--output", "--outcomes", "--log"}) {
            assertThat(apply("", "--load", state, option, state).err())
                    .contains(option + " would replace what is read: " + state);
        }
        assertThat(other).hasContent(setting("a", 1));
        assertThat(state).hasBinaryContent(before);
        assertThat(apply("", "--output", other, other).code()).isZero();
        assertThat(apply(setting("b", 1), "--output", "-", "--log", other, "-").code())
                .isZero();
    }

    @Test
    void replay_savingOverItsLog_endsWith2_andLeavesIt() throws IOException {
        apply(setting("a", 1), "--log", log);
        byte[] before = Files.readAllBytes(log);
        ToolRun run = ToolRun.of("replay", "--save", log, log);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("profile-engine: --save would replace what is read: " + log + "\n");
        assertThat(log).hasBinaryContent(before);
    }

    @Test
    void save_toStandardOutput_whereTheProfilesGoElsewhere_isTheState() {
        ToolRun run = apply(setting("a", 1), "--output", other, "--save", "-");
        apply(setting("a", 1), "--save", state);

        assertThat(state).content(StandardCharsets.UTF_8).isEqualTo(run.out());
    }

    @Test
    void saveAndLog_asked_changeNoProfile() {
        String input = String.join("\n", setting("a", 1), setting("a", 1), "{}", setting("b", 2));

        assertThat(apply(input, "--save", state, "--log", log)).isEqualTo(apply(input));
    }
}
