package io.github.profileengine.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.laws.EngineStore;
import io.github.profileengine.laws.EngineUpdates;
import io.github.profileengine.laws.Places;
import io.github.profileengine.laws.StoreLaws;
import io.github.profileengine.oracle.OracleEntry;
import io.github.profileengine.oracle.OracleLimits;
import io.github.profileengine.oracle.OracleOptions;
import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.snapshot.StateHash;
import io.github.profileengine.store.Engines;
import io.github.profileengine.store.ProfileEngine;
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
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Law L79 with files: what an engine recorded is the same once written and read, and leads to the same state. */
class LogFileProperties extends StoreLaws {

    @Property(tries = 300)
    void l79_aLogWrittenAndRead_isEqual_andReplaysToTheSameState(
            @ForAll("batches") List<OracleEntry> before,
            @ForAll("batches") List<OracleEntry> first,
            @ForAll("batches") List<OracleEntry> second,
            @ForAll("options") OracleOptions options)
            throws IOException {
        EngineStore store = new EngineStore(options, false);
        ProfileEngine engine = store.engine();
        store.apply(before);
        Recording recording = engine.record();
        Snapshot start = recording.takeStart().orElseThrow();
        store.apply(first);
        engine.clear("q");
        store.apply(second);
        engine.restore(start);
        store.apply(first);

        List<LogEntry> entries = new ArrayList<>();
        recording.drain(entries::add);
        byte[] log = written(entries, options, start.stateHash(), engine.stateHash());

        try (LogReader reader = LogReader.of(new ByteArrayInputStream(log), ReaderOptions.fileDefaults())) {
            List<LogEntry> read = new ArrayList<>();
            reader.entries().forEach(read::add);
            assertThat(read).isEqualTo(entries);
            assertThat(reader.options()).isEqualTo(EngineUpdates.options(options));
            assertThat(reader.end()).contains(engine.stateHash());
            for (int shards : new int[] {1, 3, 64}) {
                assertThat(replayed(reader, read, reread(start), shards)).isEqualTo(engine.stateHash());
            }
        }
    }

    @Provide
    Arbitrary<OracleOptions> options() {
        OracleLimits limits = new OracleLimits(4, 5, 40, 2, 1, 3);
        return Arbitraries.of(
                OracleOptions.DEFAULTS,
                OracleOptions.PLAIN.withFlatten(),
                OracleOptions.DEFAULTS.withStrict().withLimits(limits));
    }

    private static byte[] written(List<LogEntry> entries, OracleOptions options, StateHash start, StateHash end)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (LogWriter writer = new LogWriter(out, EngineUpdates.options(options), start)) {
            for (LogEntry entry : entries) {
                writer.write(entry);
            }
            writer.end(end);
        }
        return out.toByteArray();
    }

    private static Snapshot reread(Snapshot state) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StateWriter.write(state, out);
        return StateReader.read(new ByteArrayInputStream(out.toByteArray()), ReaderOptions.fileDefaults());
    }

    private static StateHash replayed(LogReader header, List<LogEntry> log, Snapshot start, int shards) {
        ProfileEngine engine = Engines.builder()
                .options(header.options())
                .shards(shards)
                .state(start)
                .clock(() -> Places.CLOCK.plusSeconds(shards))
                .build();
        assertThat(engine.stateHash()).isEqualTo(header.start());
        engine.replay(log, shards);
        return engine.stateHash();
    }
}
