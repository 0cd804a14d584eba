package io.github.profileengine.cli;

import static io.github.profileengine.cli.ProfileEngineCommandTest.failing;
import static io.github.profileengine.cli.ToolRun.printed;
import static io.github.profileengine.cli.ToolRun.setting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where profiles and outcomes go, and what happens when they cannot. */
class ApplyOutputTest {

    @TempDir
    private Path folder;

    @Test
    void output_toFile_leavesStandardOutputEmpty() throws IOException {
        Path output = folder.resolve("profiles");

        ToolRun run = ToolRun.on(setting("a", 1)).run("apply", "--no-automatic", "--output", output);

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(output).hasContent(printed("a", 1));
        assertThat(folder).isDirectoryContaining(file -> file.equals(output));
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void outputAndOutcomes_namedGz_areGzipOfTheSame() throws IOException {
        Path profiles = folder.resolve("profiles.ndjson.gz");
        Path outcomes = folder.resolve("outcomes.ndjson.gz");
        Path plainOutcomes = folder.resolve("outcomes.ndjson");

        ToolRun run = ToolRun.on(setting("a", 1))
                .run("apply", "--no-automatic", "--output", profiles, "--outcomes", outcomes);
        ToolRun.on(setting("a", 1)).run("apply", "--no-automatic", "--outcomes", plainOutcomes);

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(inflated(profiles)).isEqualTo(printed("a", 1));
        assertThat(inflated(outcomes))
                .isEqualTo(Files.readString(plainOutcomes))
                .isNotEmpty();
    }

    private static String inflated(Path file) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void output_toDash_isStandardOutput() {
        assertThat(ToolRun.on(setting("a", 1))
                        .run("apply", "--no-automatic", "--output", "-")
                        .out())
                .isEqualTo(printed("a", 1));
    }

    @Test
    void output_ontoItsOwnInput_replacesItInTheEnd() throws IOException {
        Path both = file("both", setting("a", 1) + "\n" + setting("b", 2));

        ToolRun run = ToolRun.of("apply", "--no-automatic", "--output", both, both);

        assertThat(run.code()).isZero();
        assertThat(both).hasContent(printed("a", 1) + printed("b", 2));
    }

    @Test
    void output_throughALink_replacesTheFileNotTheLink() throws IOException {
        Path file = file("file", "before");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);

        ToolRun.on(setting("a", 1)).run("apply", "--no-automatic", "--output", link);

        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent(printed("a", 1));
    }

    @Test
    void output_overAFile_keepsItsPermissions() throws IOException {
        Path output = file("file", "before");
        assumeThat(Files.getFileStore(output).supportsFileAttributeView("posix"))
                .isTrue();
        Files.setPosixFilePermissions(output, PosixFilePermissions.fromString("rw-rw-r-x"));

        ToolRun.on(setting("a", 1)).run("apply", "--output", output);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(output)))
                .isEqualTo("rw-rw-r-x");
    }

    @Test
    void output_toAFolderOrBelowNone_endsWith2_beforeAnythingIsFolded() {
        for (Path output : new Path[] {folder, folder.resolve("none/file")}) {
            ToolRun run = ToolRun.on("{}").run("apply", "--output", output);

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).startsWith("profile-engine: " + output + ": ").doesNotContain("$token", "Exception");
        }
    }

    @Test
    void output_whenAnInputIsMissing_staysAsItWas() throws IOException {
        Path output = file("file", "before");

        ToolRun run = ToolRun.of("apply", "--output", output, folder.resolve("gone"));

        assertThat(run.code()).isEqualTo(2);
        assertThat(output).hasContent("before");
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void output_toADevice_isWrittenInPlace() {
        Path device = Path.of("/dev/null");
        assumeThat(Files.exists(device)).isTrue();

        assertThat(ToolRun.on(setting("a", 1)).run("apply", "--output", device).code())
                .isZero();
        assertThat(Files.isRegularFile(device)).isFalse();
    }

    @Test
    void output_toAFullDevice_endsWith2() {
        Path device = Path.of("/dev/full");
        assumeThat(Files.isWritable(device)).isTrue();

        ToolRun run = ToolRun.on(setting("a", 1)).run("apply", "--output", device);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("profile-engine: /dev/full: No space left on device");
    }

    @Test
    void standardOutput_thatIsFullOrClosed_endsWith2_evenForOneProfile() {
        ToolRun run = ToolRun.on(setting("a", 1))
                .out(failing("No space left on device"))
                .run("apply");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("profile-engine: standard output: No space left on device\n");
    }

    @Test
    void standardOutput_whoseReaderLeft_endsQuietlyWithTheCodeOfTheRecords() {
        ToolRun good = ToolRun.on(setting("a", 1)).out(failing("Broken pipe")).run("apply", "--quiet");
        ToolRun bad =
                ToolRun.on(setting("a", 1) + "\n{}").out(failing("Broken pipe")).run("apply", "--quiet");

        assertThat(good.code()).isZero();
        assertThat(good.err()).isEmpty();
        assertThat(bad.code()).isEqualTo(1);
    }

    @Test
    void outcomes_ofEveryKind_haveExactlyTheAgreedFields() throws IOException {
        Path outcomes = folder.resolve("outcomes");
        String input = """
                {"$token":"t","$distinct_id":"a","$add":{"m":1},"$set":{"n":"x","a":1}}
                {"$token":"t","$distinct_id":"a","$add":{"n":1}}
                {"$token":"t","$group_key":"k","$group_id":"g","$unset":["p"]}
                {"$token":"t","$group_key":"k","$group_id":"g","$add":{"n":1}}
                {"$distinct_id":"a","$set":{}}
                nope
                """;

        ToolRun run = ToolRun.on(input).run("apply", "--outcomes", outcomes);

        assertThat(run.code()).isEqualTo(1);
        String user = "\"profile\":{\"$token\":\"t\",\"$distinct_id\":\"a\"},";
        String group = "\"profile\":{\"$token\":\"t\",\"$group_key\":\"k\",\"$group_id\":\"g\"},";
        assertThat(Files.readAllLines(outcomes))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("{\"file\":\"-\",\"index\":0," + user
                                        + "\"operator\":\"$set\",\"property\":\"a\",\"outcome\":\"APPLIED\","
                                        + "\"rule\":\"set-applied\",\"explanation\":\"")
                                .endsWith("\"}"),
                        line -> assertThat(line).contains("\"$set\",\"property\":\"n\",\"outcome\":\"APPLIED\""),
                        line -> assertThat(line).contains("\"$add\",\"property\":\"m\",\"outcome\":\"APPLIED\""),
                        line -> assertThat(line)
                                .contains("\"index\":1," + user)
                                .contains("\"outcome\":\"IGNORED\",\"rule\":\"add-on-non-number\""),
                        line -> assertThat(line)
                                .contains("\"index\":2," + group)
                                .contains("\"outcome\":\"UNCHANGED\",\"rule\":\"unset-absent\""),
                        line -> assertThat(line)
                                .contains("\"index\":3,", "\"operator\":null,\"property\":null")
                                .contains("\"outcome\":\"REJECTED\"")
                                .contains("\"rule\":\"record-operator-not-for-groups\""),
                        line -> assertThat(line)
                                .contains("\"index\":4,\"profile\":null,\"operator\":null,\"property\":null")
                                .contains("\"rule\":\"record-token-missing\"")
                                .endsWith("\"explanation\":\"$token, missing or empty\"}"),
                        line -> assertThat(line)
                                .contains("\"index\":5,\"profile\":null,", "\"rule\":\"record-json-malformed\""));
    }

    @Test
    void outcomes_asked_changeNoProfile() throws IOException {
        String input = String.join("\n", setting("a", 1), setting("a", 1), "{}", setting("b", 2));

        ToolRun with = ToolRun.on(input)
                .run("apply", "--now", "2026-01-31T12:00:00Z", "--quiet", "--outcomes", folder.resolve("outcomes"));
        ToolRun without = ToolRun.on(input).run("apply", "--now", "2026-01-31T12:00:00Z", "--quiet");

        assertThat(with).isEqualTo(without);
    }

    @Test
    void outcomes_toAFolder_endWith2_beforeAnythingIsFolded() {
        ToolRun run = ToolRun.on("{}").run("apply", "--outcomes", folder);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("profile-engine: " + folder + ": is a folder\n");
    }

    @Test
    void outcomes_toAFullDevice_endWith2() {
        Path device = Path.of("/dev/full");
        assumeThat(Files.isWritable(device)).isTrue();

        assertThat(ToolRun.on(setting("a", 1))
                        .run("apply", "--outcomes", device)
                        .code())
                .isEqualTo(2);
    }

    @Test
    void outcomes_areWholeWhenTheReaderOfProfilesLeaves() throws IOException {
        Path outcomes = folder.resolve("outcomes");

        ToolRun.on(setting("a", 1)).out(failing("Broken pipe")).run("apply", "--outcomes", outcomes);

        assertThat(Files.readAllLines(outcomes)).hasSize(1);
    }

    @Test
    void outcomesAndOutput_inOneFile_endWith2() {
        Path one = folder.resolve("one");

        assertThat(ToolRun.of("apply", "--outcomes", one, "--output", one).code())
                .isEqualTo(2);
        assertThat(ToolRun.of("apply", "--outcomes", folder.resolve("./one"), "--output", one)
                        .code())
                .isEqualTo(2);
        assertThat(ToolRun.of("apply", "--outcomes", "-").code()).isEqualTo(2);
        assertThat(one).doesNotExist();
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
