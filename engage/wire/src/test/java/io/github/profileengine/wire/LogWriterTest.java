package io.github.profileengine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.log.LogEntry;
import io.github.profileengine.log.LogOrderException;
import io.github.profileengine.reducer.Limits;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Update;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogWriterTest {

    static final String HEADER = "{\"$log\":\"profile-engine\",\"options\":{\"automaticCreated\":true,"
            + "\"automaticLastSeen\":true,\"flattenAppendedLists\":false,\"limits\":{},\"strict\":false},\"start\":\""
            + "0".repeat(64) + "\",\"version\":1}";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private String written() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void write_everyKindOfEntry_hasItsLines() {
        String state = new String(States.written(States.small()), StandardCharsets.UTF_8);
        String body = String.join("\n", state.lines().toList().subList(1, 8));

        assertThat(new String(Logs.written(Logs.small()), StandardCharsets.UTF_8))
                .isEqualTo(SealedTexts.sealed(
                        HEADER,
                        "{\"$slice\":{\"barrier\":0,\"sequence\":1,\"shard\":3,\"updates\":2}}",
                        "{\"$append\":{\"l\":[]},\"$distinct_id\":\"ada\",\"$ignore_alias\":true,"
                                + "\"$ignore_time\":true,\"$ip\":\"10.0.0.1\",\"$latitude\":52.5,"
                                + "\"$location\":{\"$city\":\"Berlin\",\"$country_code\":\"DE\","
                                + "\"$timezone\":\"Europe/Berlin\",\"from_coordinates\":true},\"$longitude\":13.4,"
                                + "\"$set\":{\"a\":1},\"$time\":\"2026-01-31T12:00:00.000000001Z\",\"$token\":\"t\","
                                + "\"$unset\":[\"x\",\"y\"]}",
                        "{\"$distinct_id\":\"ada\",\"$set\":{\"a\":1},\"$time\":\"2026-01-31T12:00:00.000000001Z\","
                                + "\"$token\":\"t\"}",
                        "{\"$slice\":{\"barrier\":0,\"sequence\":1,\"shard\":0,\"updates\":1}}",
                        "{\"$delete\":null,\"$group_id\":\"g\",\"$group_key\":\"k\",\"$time\":\"1970-01-01T00:00:00Z\","
                                + "\"$token\":\"t\"}",
                        "{\"$alias\":{\"alias\":\"anon\",\"barrier\":0,\"distinct_id\":\"ada\",\"token\":\"t\"}}",
                        "{\"$slice\":{\"barrier\":1,\"sequence\":2,\"shard\":3,\"updates\":1}}",
                        "{\"$distinct_id\":\"ada\",\"$set\":{\"a\":2},\"$time\":\"2026-01-31T12:00:00.000000001Z\","
                                + "\"$token\":\"t\"}",
                        "{\"$clear\":{\"barrier\":1,\"token\":\"t\"}}",
                        "{\"$restore\":{\"aliases\":3,\"barrier\":2,\"profiles\":4}}",
                        body,
                        "{\"$end\":{\"entries\":6,\"state_hash\":\"" + "0".repeat(64) + "\",\"updates\":4}}"));
    }

    @Test
    void write_optionsOfAnyKind_areInTheFirstLine() throws IOException {
        ReducerOptions options = new ReducerOptions(Limits.DOCUMENTED, true, true, false, false);
        try (LogWriter writer = new LogWriter(out, options, States.small().stateHash())) {
            writer.flush();
        }

        assertThat(written())
                .isEqualTo("{\"$log\":\"profile-engine\",\"options\":{\"automaticCreated\":false,"
                        + "\"automaticLastSeen\":false,\"flattenAppendedLists\":true,\"limits\":{"
                        + "\"maxNameCodePoints\":255,\"maxObjectDepth\":3,\"maxObjectKeys\":255,"
                        + "\"maxProperties\":2000,\"maxPropertyBytes\":262144,\"maxTextBytes\":255},"
                        + "\"strict\":true},\"start\":\"" + States.small().stateHash() + "\",\"version\":1}\n");
    }

    @Test
    void end_withoutAStateHash_leavesItOut() throws IOException {
        try (LogWriter writer = new LogWriter(out, ReducerOptions.defaults(), Logs.EMPTY)) {
            writer.end(null);
        }

        assertThat(written()).isEqualTo(SealedTexts.sealed(HEADER, "{\"$end\":{\"entries\":0,\"updates\":0}}"));
    }

    @Test
    void write_entryThatCannotBeNext_isRefused_andLeavesTheLogAsItWas() throws IOException {
        try (LogWriter writer = new LogWriter(out, ReducerOptions.defaults(), Logs.EMPTY)) {
            LogEntry second = new LogEntry.Slice(0, 0, 2, List.of(Logs.set(1)));

            assertThatThrownBy(() -> writer.write(second)).isInstanceOf(LogOrderException.class);
            writer.end(null);
        }

        assertThat(Logs.read(out.toByteArray())).isEmpty();
    }

    @Test
    void write_sliceWithAnUpdateThatIsNotAccepted_isRefused_andLeavesTheLogAsItWas() throws IOException {
        Update raw = Update.of(Logs.ADA).set("a", 1).build();
        LogEntry whole = new LogEntry.Slice(0, 0, 1, List.of(Logs.set(1)));
        try (LogWriter writer = new LogWriter(out, ReducerOptions.defaults(), Logs.EMPTY)) {
            LogEntry half = new LogEntry.Slice(0, 0, 1, List.of(Logs.set(1), raw));

            assertThatThrownBy(() -> writer.write(half))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("an update that no engine has accepted cannot be logged: t/ada");
            writer.write(whole);
            writer.end(null);
        }

        assertThat(Logs.read(out.toByteArray())).containsExactly(whole);
    }

    /** What follows the checksum would make the whole log unreadable. */
    @Test
    void writeOrEnd_afterTheEnd_isRefused_andLeavesTheLogAsItWas() throws IOException {
        LogEntry slice = new LogEntry.Slice(0, 0, 1, List.of(Logs.set(1)));
        try (LogWriter writer = new LogWriter(out, ReducerOptions.defaults(), Logs.EMPTY)) {
            writer.end(null);

            assertThatThrownBy(() -> writer.end(null))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the log has ended");
            assertThatThrownBy(() -> writer.write(slice)).isInstanceOf(IllegalStateException.class);
        }

        assertThat(Logs.read(out.toByteArray())).isEmpty();
    }

    @Test
    void line_ofAnUpdateThatIsNotAccepted_isRefused() {
        Update raw = Update.of(Logs.ADA).set("a", 1).build();

        assertThatThrownBy(() -> LogWriter.line(raw))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an update that no engine has accepted cannot be logged: t/ada");
    }

    /** Clients send no locations. If one does, it must not pass for a location that a locator found. */
    @Test
    void line_withALocation_isNoUpdateForTheOrdinaryReader() {
        String line =
                LogWriter.line(((LogEntry.Slice) Logs.small().get(0)).updates().get(0));

        assertThat(Records.told(List.of(Records.one(line)))).containsExactly("$location, unknown operator");
    }
}
