package io.github.profileengine.cli;

import static io.github.profileengine.cli.ProfileEngineCommandTest.failing;
import static io.github.profileengine.cli.ToolRun.record;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {

    @TempDir
    private Path folder;

    private Path state(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), SealedState.of(lines));
    }

    private static String alias(String alias, String id) {
        return "{\"$token\":\"t\",\"$alias\":\"" + alias + "\",\"$distinct_id\":\"" + id + "\"}";
    }

    @Test
    void diff_ofEqualStates_printsNothing() throws IOException {
        Path one = state("one", alias("x", "a"), record("a", 1));
        Path two = state("two", alias("x", "a"), record("a", 1));

        assertThat(ToolRun.of("diff", one, two))
                .isEqualTo(
                        new ToolRun(0, "", "profiles: 0 added, 0 removed, 0 changed; aliases: 0 added, 0 removed\n"));
        assertThat(ToolRun.of("diff", "--quiet", one, two).err()).isEmpty();
    }

    @Test
    void diff_ofStates_printsEveryChangeInOrder() throws IOException {
        String group = "{\"$token\":\"t\",\"$group_key\":\"k\",\"$group_id\":\"g\",\"$properties\":{}}";
        Path one = state(
                "one",
                alias("gone", "a"),
                alias("moved", "a"),
                alias("same", "a"),
                record("changed", 1),
                record("gone", 1),
                record("same", 1),
                "{\"$token\":\"u\",\"$distinct_id\":\"a\",\"$properties\":{\"/~\":1,\"b\":[1],\"c\":null}}");
        Path two = state(
                "two",
                alias("moved", "b"),
                alias("new", "a"),
                alias("same", "a"),
                record("changed", 2),
                record("new", 1),
                record("same", 1),
                group,
                "{\"$token\":\"u\",\"$distinct_id\":\"a\",\"$properties\":{\"/~\":2,\"b\":[1],\"d\":\"x\"}}");
        ToolRun run = ToolRun.of("diff", one, two);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEqualTo("""
                {"$token":"t","$alias":"gone","$distinct_id":"a","change":"removed"}
                {"$token":"t","$alias":"moved","$distinct_id":"a","change":"removed"}
                {"$token":"t","$alias":"moved","$distinct_id":"b","change":"added"}
                {"$token":"t","$alias":"new","$distinct_id":"a","change":"added"}
                {"$token":"t","$distinct_id":"changed","change":"changed",%s"/n","value":2}]}
                {"$token":"t","$distinct_id":"gone","change":"removed",%s"","value":null}]}
                {"$token":"t","$distinct_id":"new","change":"added",%s"","value":{"n":1}}]}
                {"$token":"t","$group_key":"k","$group_id":"g","change":"added",%s}
                {"$token":"u","$distinct_id":"a","change":"changed",%s}
                """.formatted(
                        "\"patch\":[{\"op\":\"replace\",\"path\":",
                        "\"patch\":[{\"op\":\"replace\",\"path\":",
                        "\"patch\":[{\"op\":\"replace\",\"path\":",
                        "\"patch\":[{\"op\":\"replace\",\"path\":\"\",\"value\":{}}]",
                        "\"patch\":[{\"op\":\"replace\",\"path\":\"/~1~0\",\"value\":2},{\"op\":\"remove\","
                                + "\"path\":\"/c\"},{\"op\":\"add\",\"path\":\"/d\",\"value\":\"x\"}]"));
        assertThat(run.err()).isEqualTo("profiles: 2 added, 1 removed, 2 changed; aliases: 2 added, 2 removed\n");
    }

    @Test
    void diff_withStandardInput_readsOneStateFromIt() throws IOException {
        Path one = state("one", record("a", 1));

        assertThat(ToolRun.on(SealedState.of(record("a", 1)))
                        .run("diff", one, "-")
                        .code())
                .isZero();
        assertThat(ToolRun.on(SealedState.of(record("a", 2)))
                        .run("diff", "-", one)
                        .code())
                .isEqualTo(1);
        assertThat(ToolRun.of("diff", "-", "-").err()).contains("both states are to be read from standard input");
        assertThat(ToolRun.of("diff", "-", "-").code()).isEqualTo(2);
    }

    @Test
    void diff_withABadState_endsWith2() throws IOException {
        Path one = state("one", record("a", 1));
        Path altered = Files.writeString(
                folder.resolve("altered"), Files.readString(one).replace(":1}}", ":2}}"));

        ToolRun run = ToolRun.of("diff", one, altered);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("profile-engine: " + altered + ":3: the state hash does not match");
        assertThat(ToolRun.of("diff", folder.resolve("none"), one).code()).isEqualTo(2);
        assertThat(ToolRun.of("diff", one).code()).isEqualTo(2);
    }

    @Test
    void diff_whenTheReaderLeavesOrTheDeviceIsFull_endsAsItShould() throws IOException {
        Path one = state("one", record("a", 1));
        Path two = state("two", record("a", 2));

        assertThat(ToolRun.on("")
                        .out(failing("Broken pipe"))
                        .run("diff", one, two)
                        .code())
                .isEqualTo(1);
        ToolRun full = ToolRun.on("").out(failing("No space left on device")).run("diff", one, two);
        assertThat(full.code()).isEqualTo(2);
        assertThat(full.err()).contains("standard output: No space left on device");
    }
}
