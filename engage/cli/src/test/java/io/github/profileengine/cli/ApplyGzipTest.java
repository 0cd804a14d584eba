package io.github.profileengine.cli;

import static io.github.profileengine.cli.ToolRun.gzip;
import static io.github.profileengine.cli.ToolRun.printed;
import static io.github.profileengine.cli.ToolRun.setting;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gzip inputs, damaged and whole. */
class ApplyGzipTest {

    @TempDir
    private Path folder;

    @Test
    void truncatedGzip_endsWith2_andWhatWasReadIsPrinted() throws IOException {
        byte[] whole = gzip(manyRecords());
        Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length / 2));

        ToolRun run = ToolRun.of("apply", "--no-automatic", file("good", setting("a", 1)), cut);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).startsWith(printed("a", 1)).contains("\"$distinct_id\":\"user-0\"");
        assertThat(run.err())
                .contains("profile-engine: " + cut + ": ", " accepted", ", 0 rejected")
                .doesNotContain("Exception")
                .doesNotContainPattern("cut:[0-9]");
    }

    @Test
    void corruptedGzip_endsWith2_andWhatWasReadIsPrinted() throws IOException {
        byte[] bytes = gzip(manyRecords());
        Arrays.fill(bytes, bytes.length * 3 / 4, bytes.length * 3 / 4 + 16, (byte) 0x55);

        ToolRun run = ToolRun.of("apply", Files.write(folder.resolve("bad"), bytes));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).contains("\"$distinct_id\":\"user-0\"");
    }

    @Test
    void gzipWithWrongCheckSum_endsWith2_andIsFolded() throws IOException {
        byte[] bytes = gzip(setting("a", 1) + "\n");
        bytes[bytes.length - 8] ^= 1;

        ToolRun run = ToolRun.of("apply", "--no-automatic", Files.write(folder.resolve("bad"), bytes));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEqualTo(printed("a", 1));
    }

    @Test
    void gzipFollowedByRubbish_endsWith2_andIsFolded() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(gzip(setting("a", 1) + "\n"));
        bytes.write("rubbish".getBytes(StandardCharsets.UTF_8));

        ToolRun run = ToolRun.on("").in(bytes.toByteArray()).run("apply", "--no-automatic");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEqualTo(printed("a", 1));
    }

    @Test
    void gzipOfSeveralMembers_isReadToItsEnd() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(gzip(setting("a", 1) + "\n"));
        bytes.write(gzip(setting("b", 2)));

        ToolRun run = ToolRun.on("").in(bytes.toByteArray()).run("apply", "--no-automatic");

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo(printed("a", 1) + printed("b", 2));
    }

    @Test
    void gzipBeyondTheBound_endsWith2_andWhatWasReadIsPrinted() throws IOException {
        Path bomb = Files.write(folder.resolve("bomb"), gzip(setting("a", 1) + "\n" + " ".repeat(1 << 20)));

        ToolRun run = ToolRun.of("apply", "--no-automatic", "--max-inflated-bytes", 100_000, bomb);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEqualTo(printed("a", 1));
        assertThat(run.err())
                .contains(bomb + ": oversized gzip: it inflates to over 100000 bytes, the most allowed here"
                        + " (maxInflatedBytes, --max-inflated-bytes)\n");
        assertThat(ToolRun.of("apply", "--max-inflated-bytes", 2_000_000, bomb).code())
                .isZero();
    }

    @Test
    void damagedInput_endsTheReading_soThatTheResultIsABeginning() throws IOException {
        byte[] whole = gzip(setting("a", 1) + "\n");
        Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length - 4));

        ToolRun run = ToolRun.of("apply", "--no-automatic", cut, file("later", setting("a", 2)));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEqualTo(printed("a", 1));
        assertThat(run.err()).contains("1 later file was not read");
    }

    /** Damaged input may still be repaired, and input that was not read exists nowhere else. */
    @Test
    void damagedInput_whereTheProfilesWouldReplaceAnInput_leavesBoth() throws IOException {
        byte[] whole = gzip(setting("a", 1) + "\n");
        byte[] part = Arrays.copyOf(whole, whole.length - 4);
        Path cut = Files.write(folder.resolve("cut"), part);
        Path later = file("later", setting("a", 2));

        for (Path output : List.of(cut, later)) {
            ToolRun run = ToolRun.of("apply", "--no-automatic", "--output", output, cut, later);

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err())
                    .contains("profile-engine: " + output + ": not written, since not all input was read\n");
            assertThat(cut).hasBinaryContent(part);
            assertThat(later).hasContent(setting("a", 2));
        }
    }

    @Test
    void damagedInput_winsOverRejectedRecords() throws IOException {
        byte[] whole = gzip("{}\n");
        Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length - 4));

        ToolRun run = ToolRun.of("apply", cut);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(cut + ":0: $token: ");
    }

    /** Random names, so that gzip cannot make the text small, and damage in the middle is far from the beginning. */
    private static String manyRecords() {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 4_000; i++) {
            text.append("{\"$token\":\"t\",\"$distinct_id\":\"user-")
                    .append(i)
                    .append("\",\"$set\":{\"n\":")
                    .append(random.nextLong())
                    .append("}}\n");
        }
        return text.toString();
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
