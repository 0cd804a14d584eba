package io.github.profileengine.testdouble.admin;

import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.testdouble.exchange.JsonObject;
import io.github.profileengine.testdouble.exchange.WireAnswer;
import io.github.profileengine.wire.FileProblem;
import io.github.profileengine.wire.InvalidFileException;
import io.github.profileengine.wire.ReaderOptions;
import io.github.profileengine.wire.StateReader;
import io.github.profileengine.wire.StateWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** {@code /state}: all content of the double, in the form of a state file. */
final class StateResource {
    private final Steering steering;
    private final ReaderOptions options;

    StateResource(Steering steering) {
        this.steering = steering;
        this.options = ReaderOptions.fileDefaults()
                .withMaxInflatedBytes(steering.bounds().maxInflatedBytes());
    }

    void addTo(AdminRoutes routes) {
        routes.add("GET", "/state", List.of(), request -> written());
        routes.addWithBody("PUT", "/state", this::read);
    }

    private WireAnswer written() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            StateWriter.write(steering.engine().snapshot(), out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes every write", e);
        }
        return WireAnswer.of(200, "application/x-ndjson", out.toByteArray());
    }

    private WireAnswer read(AdminRequest request) {
        Snapshot state = state(request.body().toArray());
        steering.restore(state);
        return new JsonObject()
                .put("profiles", state.count())
                .put("aliases", state.aliasCount())
                .put("state_hash", state.stateHash().toString())
                .ok();
    }

    private Snapshot state(byte[] body) {
        try {
            return StateReader.read(new ByteArrayInputStream(body), options);
        } catch (InvalidFileException e) {
            FileProblem problem = e.problem();
            throw AdminRefusalException.bad("body, not a valid state: " + problem);
        } catch (IOException e) {
            throw AdminRefusalException.bad("body, not a valid state: " + e.getMessage());
        }
    }
}
