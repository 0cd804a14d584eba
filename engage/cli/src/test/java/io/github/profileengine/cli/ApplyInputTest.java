package io.github.profileengine.cli;

import static io.github.profileengine.cli.ToolRun.gzip;
import static io.github.profileengine.cli.ToolRun.printed;
import static io.github.profileengine.cli.ToolRun.setting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Inputs with something wrong. */
class ApplyInputTest {

    @TempDir
    private Path folder;

    @Test
    void missingFiles_endWith2_allNamedAndNothingFolded() throws IOException {
        Path good = file("good", setting("a", 1));

        ToolRun run = ToolRun.of("apply", good, folder.resolve("gone"), folder.resolve("away"));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.errLines())
                .containsExactly(
                        "profile-engine: " + folder.resolve("gone") + ": no such file or folder",
                        "profile-engine: " + folder.resolve("away") + ": no such file or folder");
    }

    @Test
    void folderAsFile_endsWith2_beforeAnythingIsFolded() throws IOException {
        ToolRun run = ToolRun.of("apply", file("good", setting("a", 1)), folder);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("profile-engine: " + folder + ": is a folder\n");
    }

    @Test
    void savedStateOrLog_endsWith2_andSaysWhatToDoWithIt() throws IOException {
        Path updates = file("updates", setting("a", 1));
        Path state = folder.resolve("state.gz");
        Path log = folder.resolve("log");
        assertThat(ToolRun.of("apply", "--save", state, "--log", log, updates).code())
                .isZero();

        ToolRun run = ToolRun.of("apply", updates, state, log);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.errLines())
                .containsExactly(
                        "profile-engine: " + state + ": is a saved state and holds no updates; begin with it by --load",
                        "profile-engine: " + log + ": is a log; 'replay' applies it");
    }

    /** What comes through a pipe is known only when it is read. */
    @Test
    void savedStateOrLog_throughAPipe_endsWith2AndSavesNothing() throws IOException {
        Path updates = file("updates", setting("a", 1));
        Path state = folder.resolve("state.gz");
        Path log = folder.resolve("log");
        Path save = folder.resolve("save");
        assertThat(ToolRun.of("apply", "--save", state, "--log", log, updates).code())
                .isZero();
        for (Path wrong : List.of(state, log)) {
            ToolRun run =
                    ToolRun.on("").in(Files.readAllBytes(wrong)).run("apply", "--save", save, updates, "-", updates);

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err())
                    .startsWith("profile-engine: -: is a " + (wrong == log ? "log" : "saved state"))
                    .contains("1 later file was not read", "1 update, 1 accepted, 0 rejected");
            assertThat(save).doesNotExist();
        }
    }

    /** Whoever sends through a pipe may wait for an answer to each line. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void updates_throughAPipe_areNotHeldBack() throws Exception {
        PipedInputStream in = new PipedInputStream();
        try (PipedOutputStream err = new PipedOutputStream();
                BufferedReader answers =
                        new BufferedReader(new InputStreamReader(new PipedInputStream(err), StandardCharsets.UTF_8))) {
            CompletableFuture<Integer> code;
            try (PipedOutputStream sender = new PipedOutputStream(in)) {
                StandardStreams streams =
                        new StandardStreams(in, OutputStream.nullOutputStream(), err, false, false, () -> 0);
                code = CompletableFuture.supplyAsync(() -> ProfileEngineCommand.run(streams, "apply", "--quiet", "-"));
                for (int index = 0; index < 4; index += 2) {
                    sender.write((setting("a", index) + "\n{}\n").getBytes(StandardCharsets.UTF_8));
                    sender.flush();
                    assertThat(answers.readLine()).startsWith("-:" + (index + 1) + ": ");
                }
            }
            assertThat(code.join()).isEqualTo(ExitCode.REJECTED);
        }
    }

    @Test
    void emptyName_endsWith2() {
        assertThat(ToolRun.of("apply", "").code()).isEqualTo(2);
    }

    @Test
    void unreadableFile_endsWith2() throws IOException {
        Path secret = file("secret", setting("a", 1));
        assumeThat(secret.toFile().setReadable(false)).isTrue();
        // The superuser can read everything.
        assumeThat(Files.isReadable(secret)).isFalse();

        ToolRun run = ToolRun.of("apply", secret);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("permission denied");
    }

    @Test
    void nameWithAtSign_isAFileNotAListOfArguments() throws IOException {
        ToolRun run = ToolRun.of("apply", "@" + file("arguments", "--help"));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("no such file");
    }

    @Test
    void emptyInput_isNoRecords() throws IOException {
        for (String content : new String[] {"", "\n\n  \r\n", "\uFEFF", "\uFEFF\n", "[]"}) {
            ToolRun run = ToolRun.of("apply", file("empty", content));

            assertThat(run.code()).as("%s", content).isZero();
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains("0 updates, 0 accepted, 0 rejected, 0 profiles");
        }
        assertThat(ToolRun.on("").in(gzip("")).run("apply").code()).isZero();
    }

    @Test
    void byteOrderMarkAndCarriageReturns_areNoPartOfTheRecords() {
        String input = "\uFEFF" + setting("a", 1) + "\r\n\r\n" + setting("b", 2) + "\r\n";

        ToolRun run = ToolRun.on(input).run("apply", "--no-automatic");

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo(printed("a", 1) + printed("b", 2));
    }

    @Test
    void cutLine_isRejectedAlone() {
        String cut = setting("a", 1).substring(0, 30);

        ToolRun run = ToolRun.on(cut + "\n" + setting("b", 2) + "\n" + setting("c", 3))
                .run("apply", "--no-automatic");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEqualTo(printed("b", 2) + printed("c", 3));
        assertThat(run.errLines().get(0)).matches("-:0: json: .+ \\(line \\d+, column \\d+\\)");
    }

    @Test
    void malformedText_countsOneAndNamesItsPlace() {
        ToolRun run = ToolRun.on(setting("a", 1) + "\n{\"x\":nope}\n" + setting("b", 2))
                .run("apply", "--no-automatic");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEqualTo(printed("a", 1) + printed("b", 2));
        assertThat(run.errLines().get(0)).matches("-:1: json: .+ \\(line 2, column \\d+\\)");
        assertThat(run.err()).contains("3 updates, 2 accepted, 1 rejected, 2 profiles");
    }

    @Test
    void prettyPrintedList_isOneTextWhoseElementsCount() {
        String input = "[\n  " + setting("a", 1) + ",\n  7,\n  {},\n  " + setting("b", 2) + "\n]\n" + setting("c", 3);

        ToolRun run = ToolRun.on(input).run("apply", "--no-automatic");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEqualTo(printed("a", 1) + printed("b", 2) + printed("c", 3));
        assertThat(run.errLines().get(0)).startsWith("-:1: ");
        assertThat(run.errLines().get(1)).isEqualTo("-:2: $token: $token, missing or empty");
        assertThat(run.err()).contains("5 updates, 3 accepted, 2 rejected");
    }

    @Test
    void index_startsAnewInEachFile() throws IOException {
        Path first = file("first", setting("a", 1) + "\n{}\n");
        Path second = file("second", "{}\n");

        ToolRun run = ToolRun.of("apply", first, second);

        assertThat(run.err()).contains(first + ":1: $token: ", second + ":0: $token: ");
    }

    @Test
    void readFailure_endsWith2_andWhatWasReadIsPrinted() {
        byte[] line = (setting("a", 1) + "\n").getBytes(StandardCharsets.UTF_8);
        InputStream failing = new InputStream() {
            private int position;

            @Override
            public int read() throws IOException {
                if (position == line.length) {
                    throw new IOException("Input/output error");
                }
                return line[position++];
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                bytes[offset] = (byte) read();
                return 1;
            }
        };

        ToolRun run = ToolRun.on("").in(failing).run("apply", "--no-automatic");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEqualTo(printed("a", 1));
        assertThat(run.err()).contains("profile-engine: -: Input/output error");
    }

    @Test
    void textBeyondTheBound_isMalformedAndItsNeighboursSurvive() {
        String input = setting("a", 1) + "\n" + setting("x".repeat(500), 2) + "\n" + setting("b", 3);

        ToolRun run = ToolRun.on(input).run("apply", "--no-automatic", "--max-text-bytes", 200);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEqualTo(printed("a", 1) + printed("b", 3));
        assertThat(run.errLines().get(0)).startsWith("-:1: json: ");
    }

    /** The record in the middle exceeds each of these bounds; its neighbours are within all of them. */
    @ParameterizedTest
    @CsvSource({
        "--max-record-bytes, 100, a record of over 100 bytes",
        "--max-nesting, 4, nested over 4 levels",
        "--max-number-characters, 8, a number of over 8 characters",
    })
    void recordBeyondABound_isRejectedAlone(String option, int bound, String problem) {
        String large = "{\"$token\":\"t\",\"$distinct_id\":\"b\",\"$set\":{\"n\":[[[123456789]]],\"text\":\""
                + "x".repeat(100) + "\"}}";
        String input = setting("a", 1) + "\n" + large + "\n" + setting("c", 3);
        assertThat(ToolRun.on(input).run("apply").code()).isZero();

        ToolRun run = ToolRun.on(input).run("apply", "--no-automatic", option, bound);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEqualTo(printed("a", 1) + printed("c", 3));
        assertThat(run.errLines().get(0)).startsWith("-:1: ").contains(problem);
    }

    @Test
    void boundThatIsNoBound_endsWith2() {
        for (String bound : new String[] {"0", "-1", "many"}) {
            ToolRun run = ToolRun.of("apply", "--max-text-bytes", bound);

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("--max-text-bytes").doesNotContain("Exception");
        }
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
