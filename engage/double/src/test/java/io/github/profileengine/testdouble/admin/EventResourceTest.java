package io.github.profileengine.testdouble.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventResourceTest extends AdminFixture {
    private static final int PATIENCE_MILLIS = 20_000;

    /** Reads a stream that stays open, line by line. */
    private final class Listener implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader in;

        Listener(String last) throws IOException {
            socket = new Socket("127.0.0.1", engage.port());
            // A blocked read cannot be interrupted.
            socket.setSoTimeout(PATIENCE_MILLIS);
            String header = last.isEmpty() ? "" : "Last-Event-ID: " + last + "\r\n";
            socket.getOutputStream()
                    .write(("GET /__double/events HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        /** The next line that begins with a text; null if the stream ends before. */
        String next(String beginning) throws IOException {
            String line = in.readLine();
            while (line != null && !line.startsWith(beginning)) {
                line = in.readLine();
            }
            return line;
        }

        /** The content of the next event of a kind. */
        Map<String, Object> event(String kind) throws IOException {
            next("event: " + kind);
            return AdminClient.members(in.readLine().substring("data: ".length()));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static List<Object> numbers(Map<String, Object> requests) {
        return AdminClient.list(requests, "entries").stream()
                .map(entry -> entry.get("number"))
                .toList();
    }

    @Test
    void stream_ofANewRequest_tellsItAndHowThingsStand() throws Exception {
        try (Listener listener = new Listener("")) {
            assertThat(listener.event("status")).containsEntry("faults", false);

            admin.engage("u1", "\"$set\":{\"a\":1}");

            assertThat(numbers(listener.event("requests"))).containsExactly(1L);
            assertThat(AdminClient.members(listener.event("status").get("engine")))
                    .containsEntry("profiles", 1L);
        }
    }

    @Test
    void stream_faultsAndClockChanged_tellsHowThingsStand() throws Exception {
        try (Listener listener = new Listener("")) {
            listener.event("status");
            admin.text("PUT", "/faults", "{\"rules\":[{\"kind\":\"cut_before\"}]}");
            assertThat(listener.event("status")).containsEntry("faults", true);
            admin.text("PUT", "/clock", "{\"stopped\":true}");
            assertThat(listener.event("status")).containsEntry("clock_stopped", true);
        }
    }

    @Test
    void stream_takenUpAgain_tellsWhatWasMissed() throws Exception {
        String last;
        try (Listener listener = new Listener("")) {
            listener.event("status");
            admin.engage("u1", "\"$set\":{\"a\":1}");
            last = listener.next("id: ").substring("id: ".length());
        }
        admin.engage("u2", "\"$set\":{\"a\":1}");
        admin.engage("u3", "\"$set\":{\"a\":1}");

        try (Listener listener = new Listener(last)) {
            assertThat(numbers(listener.event("requests"))).containsExactly(2L, 3L);
        }
    }

    @Test
    void stream_takenUpFromAnotherRun_beginsWithNow() throws Exception {
        admin.engage("u1", "\"$set\":{\"a\":1}");
        try (Listener listener = new Listener("0123456789abcdef-0")) {
            listener.event("status");
            admin.engage("u2", "\"$set\":{\"a\":1}");

            assertThat(numbers(listener.event("requests"))).containsExactly(2L);
        }
    }

    @Test
    void stream_atTheEndOfTheDouble_ends() throws Exception {
        try (Listener listener = new Listener("")) {
            listener.event("status");

            engage.close();

            assertThat(endsAfter(listener)).isTrue();
        }
    }

    private static boolean endsAfter(Listener listener) {
        try {
            return listener.next("never") == null;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException cutOff) {
            return true;
        }
    }

    @Test
    void streams_moreThanTheMost_areRefused() throws Exception {
        List<Listener> open = new ArrayList<>();
        try {
            for (int number = 0; number < EventResource.MOST_STREAMS; number++) {
                Listener listener = new Listener("");
                open.add(listener);
                listener.event("status");
            }

            assertThat(admin.error(503, "GET", "/events?seconds=0", ""))
                    .isEqualTo("streams, all 16 are in use; close an inspector page or another reader");
        } finally {
            for (Listener listener : open) {
                listener.close();
            }
        }
    }

    @Test
    void streams_whoseClientsHaveGone_makeRoomByThemselves() throws Exception {
        for (int number = 0; number < EventResource.MOST_STREAMS; number++) {
            try (Listener listener = new Listener("")) {
                listener.event("status");
            }
        }

        int status = 503;
        while (status == 503) {
            status = admin.send("GET", "/events?seconds=0", "").statusCode();
        }

        assertThat(status).isEqualTo(200);
    }
}
