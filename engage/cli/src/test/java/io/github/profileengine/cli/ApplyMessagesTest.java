package io.github.profileengine.cli;

import static io.github.profileengine.cli.ToolRun.setting;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said on standard error. */
class ApplyMessagesTest {

    private static final long SECOND = 1_000_000_000L;

    @TempDir
    private Path folder;

    @Test
    void summary_isTheLastLineAndCountsEverything() {
        AtomicLong clock = new AtomicLong(-2 * SECOND);

        ToolRun run = ToolRun.on(setting("a", 1) + "\n{}\n" + setting("b", 2) + "\n" + setting("b", 3))
                .clock(() -> clock.addAndGet(2 * SECOND))
                .run("apply");

        assertThat(run.errLines())
                .hasSize(2)
                .last()
                .isEqualTo("4 updates, 3 accepted, 1 rejected, 2 profiles, 2.000 seconds, 2 updates per second");
    }

    @Test
    void quiet_dropsSummaryAndProgress_butNoRejection() {
        ToolRun run = ToolRun.on("{}\n{}\n" + many(5_000)).terminal(SECOND).run("apply", "--quiet");

        assertThat(run.errLines())
                .containsExactly("-:0: $token: $token, missing or empty", "-:1: $token: $token, missing or empty");
    }

    @Test
    void rejection_ofAVeryLongName_isCut() {
        String name = "x".repeat(5_000);
        String record = "{\"$token\":\"t\",\"$distinct_id\":\"u\",\"$add\":{\"" + name + "\":\"z\"}}";

        ToolRun run = ToolRun.on(record).run("apply", "--strict", "--quiet");

        assertThat(run.errLines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("-:0: $add: $add, \"xxx")
                        .containsPattern("xxx ... [(]4[0-9]{3} more characters[)] ... xxx")
                        .doesNotEndWith("x")
                        .hasSizeLessThan(1_100));
    }

    @Test
    void quiet_dropsNoError() {
        assertThat(ToolRun.of("apply", "--quiet", folder).err()).contains("is a folder");
    }

    @Test
    void progress_onATerminalForLongWork_isShownAndTakenAway() {
        ToolRun run = ToolRun.on(many(9_000)).terminal(SECOND).run("apply");

        assertThat(run.err()).contains("\r\u001b[K4000 updates, 0 rejected, ");
        assertThat(lastLine(run)).startsWith("\r\u001b[K9000 updates, 9000 accepted");
    }

    @Test
    void progress_onTheTerminalOfTheProfiles_isTakenAwayBeforeThem() {
        ToolRun run = ToolRun.on(many(9_000)).terminal(SECOND).together().run("apply", "--no-automatic");

        assertThat(run.err()).contains(" seconds\r\u001b[K" + ToolRun.printed("a", 1) + "9000 updates, ");
    }

    @Test
    void progress_isNeverShownElsewhereOrForShortWork() {
        assertThat(ToolRun.on(many(9_000)).run("apply").err()).doesNotContain("\u001b");
        assertThat(ToolRun.on(many(9_000)).terminal(1_000).run("apply").err()).doesNotContain("\u001b");
    }

    @Test
    void rejections_ofReadingAndOfApplying_comeInTheOrderOfTheInput() {
        String input = "{}\n" + setting("undefined", 1) + "\nnope\n" + setting("null", 1) + "\n{}\n";

        assertThat(ToolRun.on(input).run("apply", "--strict", "--quiet").errLines())
                .extracting(line -> line.split(":", 3)[1])
                .containsExactly("0", "1", "2", "3", "4");
    }

    @Test
    void fileName_withControlCharacters_cannotForgeALineOrReachTheTerminal() throws IOException {
        Path file = Files.writeString(folder.resolve("x\u001b[2J\nfake:0: json: forged"), "{}");

        ToolRun run = ToolRun.of("apply", "--quiet", file);

        assertThat(run.errLines()).hasSize(1);
        assertThat(run.err())
                .contains("x\\u001b[2J\\nfake:0: json: forged:0: $token: ")
                .doesNotContain("\u001b");
    }

    @Test
    void fieldName_withControlCharacters_cannotForgeALineOrReachTheTerminal() {
        String input = "{\"$token\":\"t\",\"$distinct_id\":\"a\",\"$x\\n\\u001b[2J\\u009b\\u202e\":{}}";

        ToolRun run = ToolRun.on(input).run("apply", "--quiet");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.errLines()).hasSize(1);
        assertThat(run.err()).doesNotContain("\u001b", "\u009b", "\u202e");
    }

    @Test
    void malformedText_withControlCharacters_cannotForgeALineOrReachTheTerminal() {
        ToolRun run = ToolRun.on("{\"a\u001b[2J\r\":\u0007}").run("apply", "--quiet");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).doesNotContain("\u001b", "\u0007", "\r").endsWith(")\n");
    }

    @Test
    void missingFile_withControlCharacters_isShownEscaped() {
        assertThat(ToolRun.of("apply", "gone\u001b[2J").err())
                .isEqualTo("profile-engine: gone\\u001b[2J: no such file or folder\n");
    }

    private static String lastLine(ToolRun run) {
        String[] lines = run.err().split("\n", -1);
        return lines[lines.length - 2].substring(lines[lines.length - 2].lastIndexOf('\r'));
    }

    private static String many(int records) {
        return (setting("a", 1) + "\n").repeat(records);
    }
}
