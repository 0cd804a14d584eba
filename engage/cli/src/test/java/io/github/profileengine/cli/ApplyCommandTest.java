package io.github.profileengine.cli;

import static io.github.profileengine.cli.ToolRun.printed;
import static io.github.profileengine.cli.ToolRun.setting;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplyCommandTest {

    @TempDir
    private Path folder;

    @Test
    void apply_standardInput_byDefaultAndByDash() {
        for (Object[] arguments : new Object[][] {{"apply", "--no-automatic"}, {"apply", "--no-automatic", "-"}}) {
            ToolRun run = ToolRun.on(setting("a", 1)).run(arguments);

            assertThat(run.code()).isZero();
            assertThat(run.out()).isEqualTo(printed("a", 1));
        }
    }

    @Test
    void apply_severalFiles_foldsThemInOrderIntoOneEngine() throws IOException {
        Path first = file("first", setting("a", 1) + "\n" + setting("b", 1));
        Path second = file("second", setting("a", 2));

        assertThat(ToolRun.of("apply", "--no-automatic", first, second).out())
                .isEqualTo(printed("a", 2) + printed("b", 1));
        assertThat(ToolRun.of("apply", "--no-automatic", second, first).out())
                .isEqualTo(printed("a", 1) + printed("b", 1));
        assertThat(ToolRun.on(setting("a", 3))
                        .run("apply", "--no-automatic", first, "-", second, first, "-")
                        .out())
                .isEqualTo(printed("a", 1) + printed("b", 1));
    }

    @Test
    void apply_gzip_isKnownByItsFirstBytesNotItsName() throws IOException {
        Path zipped = Files.write(folder.resolve("no-suffix"), ToolRun.gzip(setting("a", 1)));
        Path plain = file("plain.gz", setting("b", 2));

        assertThat(ToolRun.of("apply", "--no-automatic", zipped, plain).out())
                .isEqualTo(printed("a", 1) + printed("b", 2));
        assertThat(ToolRun.on("")
                        .in(ToolRun.gzip(setting("c", 3)))
                        .run("apply", "--no-automatic")
                        .out())
                .isEqualTo(printed("c", 3));
    }

    @Test
    void apply_manyProfiles_printsByTokenThenUsersThenGroupsThenIdsInCodePointOrder() {
        String input = """
                {"$token":"t2","$distinct_id":"a","$set":{}}
                {"$token":"t1","$group_key":"b","$group_id":"1","$set":{}}
                {"$token":"t1","$group_key":"a","$group_id":"2","$set":{}}
                {"$token":"t1","$group_key":"a","$group_id":"10","$set":{}}
                {"$token":"t1","$distinct_id":"\\ud83d\\ude00","$set":{}}
                {"$token":"t1","$distinct_id":"\\uffee","$set":{}}
                {"$token":"t1","$distinct_id":"Z","$set":{}}
                {"$token":"t1","$distinct_id":"a","$set":{"b":1.5,"B":[null],"\\u00e9":{"y":2,"x":"\\u007f/"}}}
                """;

        assertThat(ToolRun.on(input).run("apply", "--no-automatic").out()).isEqualTo("""
                {"$token":"t1","$distinct_id":"Z","$properties":{}}
                {"$token":"t1","$distinct_id":"a","$properties":{"B":[null],"b":1.5,"\u00e9":{"x":"\u007f/","y":2}}}
                {"$token":"t1","$distinct_id":"\uffee","$properties":{}}
                {"$token":"t1","$distinct_id":"\ud83d\ude00","$properties":{}}
                {"$token":"t1","$group_key":"a","$group_id":"10","$properties":{}}
                {"$token":"t1","$group_key":"a","$group_id":"2","$properties":{}}
                {"$token":"t1","$group_key":"b","$group_id":"1","$properties":{}}
                {"$token":"t2","$distinct_id":"a","$properties":{}}
                """);
    }

    @Test
    void apply_oneUpdateOfOneProfile_isCountedAsOne() {
        assertThat(ToolRun.on(setting("a", 1)).run("apply").err())
                .startsWith("1 update, 1 accepted, 0 rejected, 1 profile, ");
    }

    @Test
    void apply_deletedProfile_isNotPrinted() {
        String delete = "{\"$token\":\"t\",\"$distinct_id\":\"a\",\"$delete\":\"\"}";

        ToolRun run = ToolRun.on(setting("a", 1) + "\n" + delete).run("apply");

        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("2 updates, 2 accepted, 0 rejected, 0 profiles");
    }

    @Test
    void apply_moreThanABatch_losesNothing() {
        StringBuilder input = new StringBuilder();
        for (int i = 0; i < 5_001; i++) {
            input.append("{\"$token\":\"t\",\"$distinct_id\":\"a\",\"$add\":{\"n\":1}}\n");
        }

        ToolRun run = ToolRun.on(input.toString()).run("apply", "--no-automatic");

        assertThat(run.out()).isEqualTo(printed("a", 5_001));
        assertThat(run.err()).contains("5001 updates, 5001 accepted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-31T12:00:00Z", "2026-01-31T13:00:00.999+01:00", "2026-01-31 12:00:00"})
    void now_givenAsTextOfTime_isTheTimeOfUpdatesWithoutOne(String now) {
        String timed = "{\"$token\":\"t\",\"$distinct_id\":\"b\",\"$time\":0,\"$set\":{}}";

        ToolRun run = ToolRun.on(setting("a", 1) + "\n" + timed).run("apply", "--now", now);

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo("""
                {"$token":"t","$distinct_id":"a","$properties":{%s":"2026-01-31T12:00:00","n":1}}
                {"$token":"t","$distinct_id":"b","$properties":{%s":"1970-01-01T00:00:00"}}
                """.formatted(
                        "\"$created\":\"2026-01-31T12:00:00\",\"$last_seen",
                        "\"$created\":\"1970-01-01T00:00:00\",\"$last_seen"));
    }

    @Test
    void automatic_byDefault_isWrittenWithTheClockOfTheMachine() {
        assertThat(ToolRun.on(setting("a", 1)).run("apply").out()).contains("\"$created\":\"20", "\"$last_seen\":\"20");
    }

    @Test
    void strict_rejectsWhatLenientAccepts() {
        String junk = setting("undefined", 1);
        String repeated = "{\"$token\":\"t\",\"$distinct_id\":\"a\",\"$set\":{\"n\":1,\"n\":2}}";

        assertThat(ToolRun.on(junk).run("apply").code()).isZero();
        assertThat(ToolRun.on(repeated).run("apply", "--no-automatic").out()).isEqualTo(printed("a", 2));
        assertThat(ToolRun.on(junk).run("apply", "--strict").code()).isEqualTo(1);
        assertThat(ToolRun.on(repeated).run("apply", "--strict").code()).isEqualTo(1);
    }

    @Test
    void limits_cutWhatIsLongOnlyWhenAsked() {
        String input = "{\"$token\":\"t\",\"$distinct_id\":\"a\",\"$set\":{\"n\":\"" + "x".repeat(300) + "\"}}";

        assertThat(ToolRun.on(input).run("apply").out()).contains("x".repeat(300));
        assertThat(ToolRun.on(input).run("apply", "--limits").out())
                .contains("x".repeat(255))
                .doesNotContain("x".repeat(256));
    }

    @Test
    void rejectedRecord_endsWith1_andTheRestIsApplied() {
        String input = setting("a", 1) + "\n{\"$token\":\"t\",\"$set\":{}}\n" + setting("b", 2);

        ToolRun run = ToolRun.on(input).run("apply", "--no-automatic");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEqualTo(printed("a", 1) + printed("b", 2));
        assertThat(run.errLines().get(0)).isEqualTo("-:1: $distinct_id: $distinct_id, missing or empty");
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
