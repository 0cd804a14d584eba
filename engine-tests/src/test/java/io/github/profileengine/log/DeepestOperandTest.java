package io.github.profileengine.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.operation.Operation;
import io.github.profileengine.operation.Operator;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.snapshot.StateHash;
import io.github.profileengine.store.Batch;
import io.github.profileengine.store.Engines;
import io.github.profileengine.store.ProfileEngine;
import io.github.profileengine.value.ValueBuilder;
import io.github.profileengine.wire.LogReader;
import io.github.profileengine.wire.LogWriter;
import io.github.profileengine.wire.ReaderOptions;
import io.github.profileengine.wire.StateReader;
import io.github.profileengine.wire.StateWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever an engine takes can be saved and loaded again. {@code $append} and {@code $union} add a level. */
class DeepestOperandTest {
    private static final ProfileId ADA = ProfileId.user("p", "ada");

    // The object of the properties, and in it a property of so many levels: an object, so that $union adds it whole.
    private static Object operand(int levels) {
        ValueBuilder builder = ValueBuilder.ofProperties(ValueBuilder.MAX_DEPTH).startObject();
        for (int level = 0; level < levels; level++) {
            builder.name("p").startObject();
        }
        for (int level = 0; level <= levels; level++) {
            builder.endObject();
        }
        return builder.build();
    }

    @ParameterizedTest
    @EnumSource(names = {"SET", "APPEND", "UNION"})
    void ofValue_deepestOperand_isHeldByStatesAndLogs(Operator operator) throws IOException {
        ProfileEngine engine = Engines.builder().build();
        Recording recording = engine.record();
        Operation deepest = Operation.ofValue(operator, operand(ValueBuilder.MAX_DEPTH - 1));
        assertThat(engine.apply(Batch.of(Update.of(ADA).operation(deepest).build()))
                        .rejected())
                .isZero();

        ByteArrayOutputStream state = new ByteArrayOutputStream();
        StateWriter.write(engine.snapshot(), state);
        assertThat(StateReader.read(new ByteArrayInputStream(state.toByteArray()), ReaderOptions.fileDefaults())
                        .stateHash())
                .isEqualTo(engine.stateHash());
        assertThat(fromLog(recording, engine.stateHash())).isEqualTo(engine.stateHash());
    }

    private static StateHash fromLog(Recording recording, StateHash end) throws IOException {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        StateHash start = recording.takeStart().orElseThrow().stateHash();
        try (LogWriter writer = new LogWriter(log, ReducerOptions.defaults(), start)) {
            writer.write(recording.poll());
            writer.end(end);
        }
        ProfileEngine replayed = Engines.builder().build();
        try (LogReader reader =
                LogReader.of(new ByteArrayInputStream(log.toByteArray()), ReaderOptions.fileDefaults())) {
            List<LogEntry> entries = new ArrayList<>();
            reader.entries().forEach(entries::add);
            replayed.replay(entries);
        }
        return replayed.stateHash();
    }

    @ParameterizedTest
    @EnumSource(names = {"SET", "APPEND", "UNION", "REMOVE"})
    void ofValue_oneLevelMore_isRefused(Operator operator) {
        Object tooDeep = operand(ValueBuilder.MAX_DEPTH);
        assertThatThrownBy(() -> Operation.ofValue(operator, tooDeep))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("lists and objects nest over 1000 levels, counted from the outermost");
    }
}
