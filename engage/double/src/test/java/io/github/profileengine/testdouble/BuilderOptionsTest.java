package io.github.profileengine.testdouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.profileengine.location.CidrLocator;
import io.github.profileengine.location.Location;
import io.github.profileengine.location.Locator;
import io.github.profileengine.store.EngineBounds;
import io.github.profileengine.testdouble.http.WireSocket;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows for each option that it reaches the part of the double that it is for. */
class BuilderOptionsTest {
    private static final Locator PLACES = CidrLocator.builder()
            .put("192.0.2.0/24", new Location("Bern", null, null, null))
            .put("198.51.100.0/24", new Location("Lisbon", null, null, null))
            .put("127.0.0.0/8", new Location("Home", null, null, null))
            .build();

    private static String credits(String token, String id, int credits) {
        return "{\"$token\":\"" + token + "\",\"$distinct_id\":\"" + id + "\",\"$set\":{\"credits\":" + credits + "}}";
    }

    @Test
    void allowHost_names_areAnsweredTo() throws Exception {
        String request = "GET /settings HTTP/1.1\r\nHost: double.test\r\n\r\n";
        try (EngageDouble asItIs = EngageDouble.start();
                EngageDouble allowing = EngageDouble.builder()
                        .allowHost("other.test", "double.test")
                        .start()) {
            assertThat(WireSocket.only(asItIs.port(), request).status()).isEqualTo(403);
            assertThat(WireSocket.only(allowing.port(), request).status()).isEqualTo(200);
        }
    }

    /**
     * The short form of 127.0.0.1 is a name as any other to the double, and every machine resolves it without asking.
     */
    @Test
    void host_thatIsNoFullAddress_isAnsweredTo() throws Exception {
        try (EngageDouble engage =
                EngageDouble.builder().host("127.1").allowHost("double.test").start()) {
            String own = engage.uri().getAuthority();
            assertThat(own).isEqualTo("127.1:" + engage.port());
            for (String host : new String[] {own, "double.test"}) {
                String request = "GET /settings HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
                assertThat(WireSocket.only(engage.port(), request).status()).isEqualTo(200);
            }
        }
    }

    @Test
    void project_id_readsThatProject() throws Exception {
        try (EngageDouble engage = EngageDouble.builder().project("7", "shop").start()) {
            DoubleClient client = new DoubleClient(engage);
            client.json("/engage", "[" + credits("shop", "u1", 1) + "," + credits("other", "u1", 2) + "]");

            assertThat(client.get("/api/query/engage?project_id=7").body())
                    .contains("\"credits\":1")
                    .doesNotContain("\"credits\":2");
            assertThat(client.get("/api/query/engage?project_id=8").statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void strict_requestThatDoesNotAskForIt_isJudgedStrictly() throws Exception {
        try (EngageDouble engage = EngageDouble.builder().strict(true).start()) {
            DoubleClient client = new DoubleClient(engage);

            assertThat(client.json("/engage", credits("shop", "undefined", 1)).body())
                    .isEqualTo("0");
            assertThat(client.json(
                                    "/track",
                                    "{\"event\":\"e\",\"properties\":{\"token\":\"shop\","
                                            + "\"distinct_id\":\"undefined\"}}")
                            .body())
                    .isEqualTo("0");
            assertThat(engage.engine().count()).isZero();
            assertThat(client.json("/engage", credits("shop", "u1", 1)).body()).isEqualTo("1");
        }
    }

    @Test
    void bounds_ofTheEngine_areKept() throws Exception {
        try (EngageDouble engage = EngageDouble.builder()
                .bounds(EngineBounds.OFF.withMaxProfiles(1))
                .start()) {
            DoubleClient client = new DoubleClient(engage);

            assertThat(client.json("/engage", credits("shop", "u1", 1)).body()).isEqualTo("1");
            assertThat(client.json("/engage", credits("shop", "u2", 1)).body()).isEqualTo("0");
            assertThat(engage.engine().count()).isEqualTo(1);
        }
    }

    @Test
    void absentIpLocates_requestWithoutIp_locates() throws Exception {
        try (EngageDouble engage =
                EngageDouble.builder().absentIpLocates(true).locator(PLACES).start()) {
            DoubleClient client = new DoubleClient(engage);
            client.json("/engage", credits("shop", "absent", 1));
            client.json("/engage?ip=0", credits("shop", "off", 1));

            assertThat(engage.profile("absent").get("$city")).isEqualTo("Home");
            assertThat(engage.profile("off").has("$city")).isFalse();
        }
    }

    /** Anyone can send these headers. */
    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "X-Real-IP"})
    void trustForwardedFor_header_countsOnlyWhereItIsTrusted(String header) throws Exception {
        assertThat(city(EngageDouble.builder(), header, "192.0.2.7")).isEqualTo("Home");
        assertThat(city(EngageDouble.builder().trustForwardedFor(true), header, "192.0.2.7"))
                .isEqualTo("Bern");
    }

    @Test
    void trustForwardedFor_bothHeaders_forwardedForIsFirst() throws Exception {
        assertThat(city(
                        EngageDouble.builder().trustForwardedFor(true),
                        "X-Real-IP",
                        "198.51.100.7",
                        "X-Forwarded-For",
                        "192.0.2.7"))
                .isEqualTo("Bern");
    }

    private static Object city(EngageDoubleBuilder builder, String... headers) throws Exception {
        try (EngageDouble engage = builder.locator(PLACES).start()) {
            DoubleClient client = new DoubleClient(engage);
            client.send(client.request("/engage?ip=1")
                    .headers(headers)
                    .POST(BodyPublishers.ofString(credits("shop", "u1", 1))));
            return engage.profile("u1").get("$city");
        }
    }

    /** Why it is not possible is known to the system only, which tells it in any language. */
    @ParameterizedTest
    @CsvSource({"40123,true", "0,false"})
    void host_ofAnotherMachine_isRefusedWithAHintAtATakenPort(int port, boolean hinted) {
        assertThatThrownBy(() ->
                        EngageDouble.builder().host("192.0.2.1").port(port).start())
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("cannot listen at 192.0.2.1 port " + port + ": ")
                .extracting(problem -> problem.getMessage().endsWith("; if the port is taken, port 0 picks a free one"))
                .isEqualTo(hinted);
    }

    /** A client cannot be pointed at the wildcard address. */
    @Test
    void uri_ofEveryAddress_isThatOfLoopback() throws Exception {
        try (EngageDouble engage = EngageDouble.builder().host("0.0.0.0").start()) {
            assertThat(engage.uri()).hasToString("http://127.0.0.1:" + engage.port());
            assertThat(new DoubleClient(engage).get("/settings").statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"::1", "[::1]"})
    void uri_ofAnIpv6Address_hasItInBrackets(String host) throws Exception {
        assumeTrue(hasIpv6(), "this machine has no IPv6");
        try (EngageDouble engage = EngageDouble.builder().host(host).start()) {
            assertThat(engage.uri()).hasToString("http://[::1]:" + engage.port());
            assertThat(new DoubleClient(engage).get("/settings").statusCode()).isEqualTo(200);
        }
    }

    private static boolean hasIpv6() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByName("::1"))) {
            return probe.isBound();
        } catch (IOException none) {
            return false;
        }
    }
}
