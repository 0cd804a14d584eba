package io.github.profileengine.cli;

import static io.github.profileengine.cli.ToolRun.lines;
import static io.github.profileengine.cli.ToolRun.printed;
import static io.github.profileengine.cli.ToolRun.setting;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {

    private static final String HASH =
            SealedState.hash(printed("a", 3).strip(), printed("b", 2).strip());

    @TempDir
    private Path folder;

    private Path log;
    private Path state;

    @BeforeEach
    void logARun() {
        log = folder.resolve("log");
        state = folder.resolve("state");
        String input = lines(setting("a", 1), setting("b", 2), "{}", setting("a", 3));
        ToolRun.on(input).run("apply", "--no-automatic", "--log", log, "--save", state);
    }

    @Test
    void replay_ofALog_printsTheHashOfTheState() {
        ToolRun run = ToolRun.of("replay", log);

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo(HASH + "\n");
        assertThat(run.err()).startsWith("3 updates, 3 accepted, 0 rejected, 2 profiles, ");
        assertThat(ToolRun.of("replay", "--quiet", log).err()).isEmpty();
    }

    @Test
    void replay_onAnyShardsAndThreads_isTheSame() {
        for (int shards : new int[] {1, 3, 64, 1_024}) {
            for (int threads : new int[] {1, 4}) {
                assertThat(ToolRun.of("replay", "--quiet", "--shards", shards, "--threads", threads, log))
                        .isEqualTo(new ToolRun(0, HASH + "\n", ""));
            }
        }
    }

    @Test
    void replay_saved_isTheStateOfTheRun() {
        Path again = folder.resolve("again");

        assertThat(ToolRun.of("replay", "--save", again, log).code()).isZero();
        assertThat(again).hasSameBinaryContentAs(state);
    }

    @Test
    void replay_fromStandardInputAndGzip_isTheSame() throws IOException {
        byte[] zipped = ToolRun.gzip(Files.readString(log));

        assertThat(ToolRun.on("").in(zipped).run("replay", "-").out()).isEqualTo(HASH + "\n");
    }

    @Test
    void replay_ofALogThatContinuesAState_needsThatState() {
        Path second = folder.resolve("second");
        ToolRun.on(setting("b", 9)).run("apply", "--no-automatic", "--load", state, "--log", second);

        assertThat(ToolRun.of("replay", "--quiet", "--load", state, second))
                .isEqualTo(new ToolRun(
                        0,
                        SealedState.hash(
                                        printed("a", 3).strip(), printed("b", 9).strip()) + "\n",
                        ""));
        ToolRun without = ToolRun.of("replay", second);
        assertThat(without.code()).isEqualTo(2);
        assertThat(without.out()).isEmpty();
        assertThat(without.err())
                .isEqualTo("profile-engine: " + second
                        + ": continues a state that is not empty; give it with --load, its hash is " + HASH + "\n");
        ToolRun wrong = ToolRun.of("replay", "--load", state, log);
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err())
                .isEqualTo("profile-engine: " + state + ": is not the state that " + log + " continues, whose hash is "
                        + "0".repeat(64) + "\n");
    }

    @Test
    void replay_ofARunWithOptions_usesThem() {
        for (String[] options : new String[][] {{"--limits"}, {"--strict"}, {"--now", "2020-01-01"}, {}}) {
            String[] apply = Arrays.copyOf(options, options.length + 3);
            apply[options.length] = "--quiet";
            apply[options.length + 1] = "--log";
            apply[options.length + 2] = log.toString();
            Object[] all = Arrays.copyOf(new Object[] {"apply"}, apply.length + 1);
            System.arraycopy(apply, 0, all, 1, apply.length);
            ToolRun.on("{\"$token\":\"t\",\"$distinct_id\":\"a\",\"$set\":{\"n\":\"" + "x".repeat(300) + "\"}}")
                    .run(all);

            assertThat(ToolRun.of("replay", "--quiet", log).code())
                    .as(Arrays.toString(options))
                    .isZero();
        }
    }

    @Test
    void replay_thatLeadsElsewhere_endsWith1_andSaysSo() throws IOException {
        Path other = changed(HASH, "1".repeat(64));
        Path saved = folder.resolve("saved");
        ToolRun run = ToolRun.of("replay", "--quiet", "--save", saved, other);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEqualTo(HASH + "\n");
        assertThat(run.err())
                .isEqualTo("profile-engine: " + other
                        + ": the replayed state differs from the recorded one, whose hash is " + "1".repeat(64) + "\n");
        assertThat(saved).hasSameBinaryContentAs(state);
    }

    @Test
    void replay_ofALogThatDoesNotSayWhereItLeads_endsWith0() throws IOException {
        Path other = changed(",\"state_hash\":\"" + HASH + "\"", "");

        assertThat(ToolRun.of("replay", "--quiet", other)).isEqualTo(new ToolRun(0, HASH + "\n", ""));
    }

    /** A log that was changed and then sealed again. */
    private Path changed(String from, String to) throws IOException {
        String text = Files.readString(log).replace(from, to);
        String unsealed = text.substring(0, text.indexOf("{\"$sha256\""));
        return Files.writeString(folder.resolve("changed"), SealedState.sealed(unsealed));
    }

    @Test
    void replay_ofAnAlteredLog_endsWith2_andNothingIsPrintedOrSaved() throws IOException {
        Path saved = folder.resolve("saved");
        Path altered = Files.writeString(
                folder.resolve("altered"), Files.readString(log).replace("\"n\":3", "\"n\":4"));

        for (int threads : new int[] {1, 4}) {
            ToolRun run = ToolRun.of("replay", "--threads", threads, "--save", saved, altered);

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err())
                    .startsWith("profile-engine: " + altered + ":")
                    .contains("the checksum does not match");
            assertThat(saved).doesNotExist();
        }
    }

    @Test
    void replay_ofACutLog_endsWith2_andLenientlyReplaysWhatIsThere() throws IOException {
        String whole = Files.readString(log);
        Path cut = Files.writeString(folder.resolve("cut"), whole.substring(0, whole.indexOf("{\"$end\"") + 3));
        long line = Files.readAllLines(cut).size();

        ToolRun strictly = ToolRun.of("replay", cut);
        assertThat(strictly.code()).isEqualTo(2);
        assertThat(strictly.err())
                .isEqualTo("profile-engine: " + cut + ":" + line + ": the file ends inside this line: it was cut\n");
        ToolRun leniently = ToolRun.of("replay", "--quiet", "--lenient", cut);
        assertThat(leniently.code()).isEqualTo(1);
        assertThat(leniently.out()).isEqualTo(HASH + "\n");
        assertThat(leniently.err())
                .isEqualTo("profile-engine: " + cut + ":" + line
                        + ": the file ends inside this line: it was cut; everything usable before it was replayed\n");
    }

    @Test
    void replay_ofWhatIsNoLog_endsWith2() {
        ToolRun run = ToolRun.of("replay", state);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("profile-engine: " + state + ":1: this is a state, but a log is needed\n");
    }

    @Test
    void replay_underLimitsThatWereNotThere_endsWith2_sayingWhy() throws IOException {
        Path other = changed("\"limits\":{}", "\"limits\":{\"maxPropertyBytes\":1}");
        Files.writeString(other, Files.readString(other).replace("\"n\":3", "\"n\":33"));
        String unsealed = Files.readString(other);
        Files.writeString(other, SealedState.sealed(unsealed.substring(0, unsealed.indexOf("{\"$sha256\""))));

        ToolRun run = ToolRun.of("replay", other);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("profile-engine: " + other + ": cannot be replayed: an update that was accepted");
    }

    @Test
    void replay_withBadArguments_endsWith2() {
        assertThat(ToolRun.of("replay").err()).contains("LOG");
        assertThat(ToolRun.of("replay", "--shards", 0, log).err()).contains("'--shards': 0 is not from 1 to 1024");
        assertThat(ToolRun.of("replay", "--shards", 1_025, log).code()).isEqualTo(2);
        assertThat(ToolRun.of("replay", "--threads", 0, log).err()).contains("'--threads': 0 is not from 1 to 1024");
        assertThat(ToolRun.of("replay", "--load", "-", "-").err()).contains("both read standard input");
        assertThat(ToolRun.of("replay", "--save", "-", log).err()).contains("--save leads to standard output");
        assertThat(ToolRun.of("replay", "--save", folder, log).err()).contains(folder + ": is a folder");
    }

    /** Progress must show at the first entry of the log: if two ids are in the same shard, there is no second entry. */
    @Test
    void replay_ofLongWork_showsProgressOnATerminal() {
        ToolRun run = ToolRun.on("").terminal(1_400_000_000).run("replay", log);

        assertThat(run.err()).contains("\r\u001b[K", " updates, 0 rejected, ", "3 updates, 3 accepted");
        assertThat(ToolRun.on("")
                        .terminal(1_400_000_000)
                        .run("replay", "--quiet", log)
                        .err())
                .isEmpty();
    }
}
