package io.github.profileengine.cli;

import static io.github.profileengine.cli.ProfileEngineCommandTest.failing;
import static io.github.profileengine.cli.ToolRun.lines;
import static io.github.profileengine.cli.ToolRun.printed;
import static io.github.profileengine.cli.ToolRun.setting;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HashCommandTest {

    private static final String HASH =
            SealedState.hash(printed("a", 1).strip(), printed("b", 2).strip());

    @TempDir
    private Path folder;

    private Path state;

    @BeforeEach
    void saveAState() {
        state = folder.resolve("state");
        ToolRun.on(lines(setting("a", 1), setting("b", 2))).run("apply", "--no-automatic", "--save", state);
    }

    @Test
    void hash_ofStates_isPrintedAsSha256sumDoes() throws IOException {
        Path zipped = Files.write(folder.resolve("zipped"), ToolRun.gzip(Files.readString(state)));
        ToolRun run = ToolRun.of("hash", state, zipped);

        assertThat(run).isEqualTo(new ToolRun(0, HASH + "  " + state + "\n" + HASH + "  " + zipped + "\n", ""));
    }

    @Test
    void hash_ofStandardInput_byDashAndByDefault() throws IOException {
        assertThat(ToolRun.on(Files.readString(state)).run("hash").out()).isEqualTo(HASH + "  -\n");
        assertThat(ToolRun.on(Files.readString(state)).run("hash", "-").out()).isEqualTo(HASH + "  -\n");
    }

    @Test
    void hash_ofAnotherOrderOfUpdates_isTheSame() {
        Path other = folder.resolve("other");
        ToolRun.on(lines(setting("b", 2), setting("a", 7), setting("a", 1)))
                .run("apply", "--no-automatic", "--save", other);

        assertThat(ToolRun.of("hash", other).out()).startsWith(HASH);
    }

    @Test
    void hash_withABadStateAmongThem_printsTheOthersAndEndsWith2() throws IOException {
        Path altered = folder.resolve("altered");
        Files.writeString(altered, Files.readString(state).replace("\"n\":2", "\"n\":3"));

        ToolRun run = ToolRun.of("hash", altered, state, folder.resolve("gone"));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEqualTo(HASH + "  " + state + "\n");
        assertThat(run.errLines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("profile-engine: " + altered + ":4: the state hash does"),
                        line -> assertThat(line)
                                .isEqualTo("profile-engine: " + folder.resolve("gone") + ": no such file or folder"));
    }

    @Test
    void hash_ofAStateCutAnywhere_endsWith2() throws IOException {
        byte[] whole = Files.readAllBytes(state);
        for (int length = 0; length < whole.length; length += 7) {
            ToolRun run = ToolRun.on("").in(Arrays.copyOf(whole, length)).run("hash");

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
        }
    }

    @Test
    void hash_onAFullDevice_endsWith2() {
        ToolRun run = ToolRun.on("").out(failing("No space left on device")).run("hash", state);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("standard output: No space left on device");
    }

    @Test
    void hash_ofANameWithControlCharacters_printsThemEscaped() throws IOException {
        Path odd = Files.copy(state, folder.resolve("odd\u001b[31m\nname"));

        assertThat(ToolRun.of("hash", odd).out()).endsWith("odd\\u001b[31m\\nname\n");
    }

    @Test
    void hash_ofANameThatNoFileCanHave_endsWith2() {
        assertThat(ToolRun.of("hash", "a\0b").err())
                .startsWith("profile-engine: a\\u0000b: is not a valid file name: ");
        assertThat(ToolRun.of("hash", "").err()).isEqualTo("profile-engine: a file name is empty\n");
    }

    @Test
    void hash_ofAProfileOfManyMegabytes_needsNoOption() throws IOException {
        String line = printed("a", 1).strip().replace(":1}", ":\"" + "x".repeat(3 << 20) + "\"}");
        Files.write(state, SealedState.of(line).getBytes(StandardCharsets.UTF_8));

        assertThat(ToolRun.of("hash", state).out()).startsWith(SealedState.hash(line));
    }
}
