package io.github.profileengine.testdouble.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SDKs do not look at the answer, so requests to nowhere must show elsewhere. */
class LostRequestsTest extends FrontFixture {
    private static final String LARGE = "x".repeat(RecordingFront.MAX_BODY_BYTES + 1);

    private static String request(String line, String host, String more, String body) {
        String length = "Content-Length: " + body.length() + "\r\n\r\n";
        return line + " HTTP/1.1\r\nHost: " + host + "\r\n" + more + length + body;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST /people | localhost | 404 there is nothing at /people; SDKs send to /engage, /groups body",
                "POST / | localhost | 404 there is nothing at /; SDKs send to /engage, /groups body",
                "POST //engage/ | localhost | "
                        + "404 there is nothing at //engage/; SDKs send to /engage, /groups; "
                        + "does the base URL end in a slash? body",
                "POST /proxy//engage | localhost | "
                        + "404 there is nothing at /proxy//engage; SDKs send to /engage, /groups; "
                        + "does the base URL end in a slash? body",
                "POST //localhost/__double/reset | localhost | "
                        + "404 there is nothing at //localhost/__double/reset; SDKs send to /engage, /groups; "
                        + "does the base URL end in a slash? body",
                "PUT /engage | localhost | 405 PUT is not allowed here; allowed: GET, HEAD, OPTIONS, POST body",
                "POST /engage | double | 403 Host, double is not a name of this double; "
                        + "allow it with allowHost or --allow-host body",
            },
            quoteCharacter = '`',
            maxCharsPerColumn = 1_000)
    void body_toNowhere_isNoted(String line, String host, String noted) throws IOException {
        assertNoted(request(line, host, "", "body"), noted);
    }

    private void assertNoted(String request, String noted) throws IOException {
        assertThat(WireSocket.last(front.port(), request).status()).isEqualTo(Integer.parseInt(noted.substring(0, 3)));
        assertThat(front.lost()).containsExactly(noted);
        assertThat(front.handled()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/track/me", "/"})
    void query_toNowhere_isNoted(String path) throws IOException {
        assertNoted(
                request("GET " + path + "?data=x", "localhost", "", ""),
                "404 there is nothing at " + path + "; SDKs send to /engage, /groups ");
    }

    /** A browser that gets no permission sends nothing else. */
    @ParameterizedTest
    @ValueSource(strings = {"/people", "/"})
    void preflight_toNowhere_isNoted(String path) throws IOException {
        assertNoted(
                request("OPTIONS " + path, "localhost", "Access-Control-Request-Method: POST\r\n", ""),
                "404 there is nothing at " + path + "; SDKs send to /engage, /groups ");
    }

    @Test
    void browser_atTheFrontDoor_isServed() throws IOException {
        assertThat(WireSocket.only(front.port(), request("GET /", "localhost", "Accept: text/html\r\n", ""))
                        .status())
                .isEqualTo(200);
        assertThat(front.lost()).isEmpty();
    }

    @Test
    void chunks_toNowhere_areNoted() throws IOException {
        assertNoted(
                "POST /people HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "4\r\nbody\r\n0\r\n\r\n",
                "404 there is nothing at /people; SDKs send to /engage, /groups body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /favicon.ico", "HEAD /people", "GET /", "GET /people?metadata=1&userdata=2"})
    void nothing_toNowhere_isNotNoted(String line) throws IOException {
        WireSocket.last(front.port(), request(line, "localhost", "", ""));
        assertThat(front.lost()).isEmpty();
    }

    /** A client that reads looks at the answer. */
    @Test
    void body_byAnotherMethodToAReadRoute_isNotNoted() throws IOException {
        WireSocket.last(front.port(), request("PUT /api/query/engage", "localhost", "", "body"));
        assertThat(front.lost()).isEmpty();
    }

    /** A client that steers looks at the answer, whatever name it has asked for. */
    @Test
    void body_toASteeringRouteUnderAnotherName_isNotNoted() throws IOException {
        String path = RecordingFront.ADMIN;
        assertThat(WireSocket.last(front.port(), request("POST " + path, "double", "", "body"))
                        .status())
                .isEqualTo(403);
        assertThat(WireSocket.last(front.port(), request("POST http://double" + path, "localhost", "", "body"))
                        .status())
                .isEqualTo(403);
        assertThat(front.lost()).isEmpty();
        assertThat(front.handled()).isEmpty();
    }

    @Test
    void body_cut_isNotNoted() throws IOException {
        try (WireSocket socket = new WireSocket(front.port())) {
            socket.send("POST /people HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nbody")
                    .endOutput();
            socket.hasEnded();
        }
        assertThat(front.serves()).isTrue();
        assertThat(front.lost()).isEmpty();
    }

    /** Its body is not kept. */
    @ParameterizedTest
    @ValueSource(strings = {"POST /engage", "GET /engage", "POST /people", "PUT /engage"})
    void body_tooLarge_isNotedAsSuch(String line) throws IOException {
        String noted = "413 request exceeds max limit of " + RecordingFront.MAX_BODY_BYTES + " bytes ";

        assertNoted(request(line, "localhost", "", LARGE), noted);
    }

    @Test
    void chunks_tooLarge_areNotedAsSuch() throws IOException {
        assertNoted(
                "POST /engage HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + Integer.toHexString(LARGE.length()) + "\r\n" + LARGE + "\r\n0\r\n\r\n",
                "413 request exceeds max limit of " + RecordingFront.MAX_BODY_BYTES + " bytes ");
    }

    /** A client that reads or steers looks at the answer. */
    @ParameterizedTest
    @ValueSource(strings = {RecordingFront.READ, RecordingFront.ADMIN})
    void body_tooLargeForAnotherRoute_isNotNoted(String path) throws IOException {
        assertThat(WireSocket.last(front.port(), request("POST " + path, "localhost", "", LARGE))
                        .status())
                .isEqualTo(413);
        assertThat(front.lost()).isEmpty();
    }
}
