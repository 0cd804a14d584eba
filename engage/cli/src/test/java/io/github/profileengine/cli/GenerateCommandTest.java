package io.github.profileengine.cli;

import static io.github.profileengine.cli.ProfileEngineCommandTest.failing;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.wire.Gzip;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenerateCommandTest {

    @TempDir
    private Path folder;

    @Test
    void generate_toStandardOutput_writesSoManyUpdatesAndASummary() {
        ToolRun run = ToolRun.of("generate", "--profiles", 10, "--updates", 2_500);

        assertThat(run.code()).isZero();
        assertThat(run.out().lines())
                .hasSize(2_500)
                .allMatch(line -> line.startsWith("{\"$token\":\"generated\",\"$distinct_id\":\"user-"));
        assertThat(run.err()).isEqualTo("2500 updates, 0.0 seconds\n");
    }

    @Test
    void generate_again_givesTheSameBytesAndWithAnotherSeedOthers() {
        Object[] arguments = {"generate", "--profiles", 10, "--updates", 500, "--distribution", "zipf", "--seed"};

        assertThat(with(arguments, "7")).isEqualTo(with(arguments, "7")).isNotEqualTo(with(arguments, "8"));
    }

    @ParameterizedTest
    @CsvSource({
        "uniform,sample",
        "ZIPF,sample",
        "uniform,'set,set_once,merge,add,union,append,remove,unset,delete'",
        "zipf,'set=60,add=20,append=20'"
    })
    void generated_applied_isAcceptedToTheLast(String distribution, String mix) {
        ToolRun run = ToolRun.of(
                "generate", "--profiles", 100, "--updates", 5_000, "--distribution", distribution, "--mix", mix);
        ToolRun applied = ToolRun.on(run.out()).run("apply", "--strict");

        assertThat(applied.code()).isZero();
        assertThat(applied.err()).startsWith("5000 updates, 5000 accepted, 0 rejected, ");
    }

    @Test
    void options_ofTheWorkload_areHeeded() {
        ToolRun run = ToolRun.of(
                "generate",
                "--quiet",
                "--profiles=5",
                "--updates=200",
                "--mix=set",
                "--properties=1",
                "--token=my \"shop\"");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines())
                .hasSize(200)
                .allMatch(line ->
                        line.matches("\\{\"\\$token\":\"my \\\\\"shop\\\\\"\",\"\\$distinct_id\":\"user-[1-5]\","
                                + "\"\\$time\":17672256\\d\\d,\"\\$set\":\\{\"value_0\":\"[a-z]+-\\d+\"}}"));
    }

    @Test
    void exponent_greater_givesTheFirstProfileMore() {
        assertThat(ofTheFirst("0.5")).isLessThan(ofTheFirst("1")).isPositive();
        assertThat(ofTheFirst("1")).isLessThan(ofTheFirst("2.5"));
    }

    private static long ofTheFirst(String exponent) {
        return ToolRun.of("generate", "--profiles=100", "--updates=2000", "--distribution=zipf", "--exponent", exponent)
                .out()
                .lines()
                .filter(line -> line.contains("\"user-1\""))
                .count();
    }

    @Test
    void output_toAFile_holdsWhatStandardOutputWouldPlainOrGzip() throws IOException {
        Object[] arguments = {"generate", "--profiles", 10, "--updates", 3_000, "--output"};
        Path plain = folder.resolve("plain.ndjson");
        Path zipped = folder.resolve("zipped.ndjson.gz");
        ToolRun expected = with(arguments, "-");

        assertThat(with(arguments, plain)).isEqualTo(new ToolRun(0, "", expected.err()));
        assertThat(with(arguments, zipped)).isEqualTo(new ToolRun(0, "", expected.err()));
        assertThat(plain).hasContent(expected.out().strip());
        assertThat(Files.readAllBytes(zipped)).startsWith(0x1F, 0x8B);
        try (InputStream in = Gzip.inflated(new ByteArrayInputStream(Files.readAllBytes(zipped)), 1 << 30)) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(expected.out());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--updates=10|Missing required option: '--profiles=N'",
                "--profiles=10|Missing required option: '--updates=N'",
                "--profiles=0 --updates=10|'--profiles': 0 is not from 1 to 1099511627776",
                "--profiles -5 --updates=10|'--profiles': -5 is not from 1 to",
                "--profiles=10 --updates=-1|'--updates': -1 is not from 1 to",
                "--profiles=10 --updates=ten|'--updates': 'ten' is not a whole number, or is too large",
                "--profiles=10 --updates=9 x y|unexpected arguments: 'x', 'y'",
                "--profiles=10 --updates=10 --seed=x|'--seed'",
                "--profiles=10 --updates=10 --mix=sett|'sett' is neither 'sample' nor one of set, set_once",
                "--profiles=10 --updates=10 --mix=set=0|the weight in 'set=0'",
                "--profiles=10 --updates=10 --distribution=normal|expected one of [uniform, zipf]",
                "--profiles=10 --updates=10 --exponent=2|--exponent goes with --distribution zipf only",
                "--profiles=10 --updates=10 --distribution=zipf --exponent=0|'--exponent': 0.0 is not over 0",
                "--profiles=10 --updates=10 --distribution=zipf --exponent=NaN|'--exponent': NaN",
                "--profiles=10 --updates=10 --properties=4|properties must be from 5 to 10000, not 4",
                "--profiles=10 --updates=10 --token=|token must not be empty",
                "--profiles=10 --updates=10 --output=|profile-engine: a file name is empty",
                "--profiles=10 --updates=10 --output=/no/such/folder/file|/no/such/folder/file: no such file or folder",
            })
    void arguments_thatCannotBeUsed_endWith2AndSayWhy(String arguments, String problem) {
        ToolRun run = ToolRun.of((Object[]) ("generate " + arguments).split(" "));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(problem).doesNotContain("\tat ", "fault of this tool");
    }

    @Test
    void generate_onAFullDevice_endsWith2() {
        ToolRun run = ToolRun.on("")
                .out(failing("No space left on device"))
                .run("generate", "--profiles", 10, "--updates", 10_000);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("standard output: No space left on device");
    }

    /** Otherwise {@code | head} would let it run to the end of updates whose number is practically unlimited. */
    @Test
    void generate_intoABrokenPipe_stopsAndEndsQuietly() {
        ToolRun run = ToolRun.on("")
                .out(failing("Broken pipe"))
                .run("generate", "--quiet", "--profiles", 10, "--updates", Long.MAX_VALUE);

        assertThat(run).isEqualTo(new ToolRun(0, "", ""));
    }

    @Test
    void generate_manyUpdates_streams() {
        AtomicLong most = new AtomicLong();
        AtomicLong bytes = new AtomicLong();
        OutputStream counting = new OutputStream() {
            @Override
            public void write(int oneByte) {
                bytes.incrementAndGet();
            }

            @Override
            public void write(byte[] some, int offset, int length) {
                bytes.addAndGet(length);
                most.accumulateAndGet(length, Math::max);
            }
        };
        ToolRun run = ToolRun.on("").out(counting).run("generate", "--profiles", 1_000_000, "--updates", 200_000);

        assertThat(run.code()).isZero();
        assertThat(bytes.get()).isGreaterThan(20_000_000);
        assertThat(most.get()).isLessThan(1 << 20);
    }

    @Test
    void progress_onATerminalForLongWork_isShownAndTakenAway() {
        ToolRun run = ToolRun.on("").terminal(400_000_000).run("generate", "--profiles", 10, "--updates", 20_000);

        assertThat(run.err())
                .contains("\r\u001b[K3000 updates, 1.2 seconds")
                .endsWith("\r\u001b[K20000 updates, 8.4 seconds\n");
    }

    /** On the same terminal, progress would overwrite the updates. */
    @Test
    void progress_updatesOnATerminalToo_isShownAtTheEndOnly() {
        ToolRun.Streams both = ToolRun.on("").terminal(400_000_000).terminalOut();
        assertThat(both.run("generate", "--profiles", 10, "--updates", 20_000).err())
                .startsWith("20000 updates, ")
                .doesNotContain("\r");
        ToolRun.Streams again = ToolRun.on("").terminal(400_000_000).terminalOut();
        assertThat(again.run("generate", "--profiles", 10, "--updates", 20_000, "--output", folder.resolve("a"))
                        .err())
                .contains("\r\u001b[K");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--profiles", "--distribution", "--mix", "--properties", "--seed", "--output", "Examples:"})
    void help_namesTheOption(String option) {
        assertThat(ToolRun.of("generate", "--help").out()).contains(option);
    }

    private static ToolRun with(Object[] arguments, Object last) {
        Object[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = last;
        return ToolRun.of(all);
    }
}
