package io.github.profileengine.testdouble;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.location.Coordinates;
import io.github.profileengine.location.IpAddress;
import io.github.profileengine.location.Location;
import io.github.profileengine.location.Locator;
import io.github.profileengine.profile.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code ip=1} adds to a record, and that it takes nothing away. */
class RequestLocationTest {
    private static final String ALIAS = "{\"event\":\"$create_alias\",\"properties\":"
            + "{\"token\":\"shop\",\"distinct_id\":\"u1\",\"alias\":\"mail\"}}";

    private EngageDouble engage;
    private DoubleClient client;

    /** Knows a place for every address, but for coordinates only those of one town. */
    private static final class Places implements Locator {
        @Override
        public Optional<Location> locate(IpAddress address) {
            return Optional.of(new Location("Home", null, "XX", null));
        }

        @Override
        public Optional<Location> locate(Coordinates coordinates) {
            return coordinates.equals(new Coordinates(46.9, 7.4))
                    ? Optional.of(new Location("Bern", null, "CH", null))
                    : Optional.empty();
        }
    }

    @BeforeEach
    void start() throws Exception {
        engage = EngageDouble.builder()
                .locator(new Places())
                .stoppedAt(Instant.parse("2026-01-31T12:00:00Z"))
                .start();
        client = new DoubleClient(engage);
        client.json("/track", ALIAS);
    }

    @AfterEach
    void stop() {
        engage.close();
    }

    private static String record(String id, String more) {
        return "{\"$token\":\"shop\",\"$distinct_id\":\"" + id + "\"," + more + "}";
    }

    private void send(String query, String... records) throws Exception {
        String all = "[" + String.join(",", records) + "]";
        assertThat(client.json("/engage" + query, all).body()).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?ip=0", "?ip=1", ""})
    void coordinates_known_areLocatedWhateverIpSays(String query) throws Exception {
        send(query, record("u1", "\"$latitude\":46.9,\"$longitude\":7.4,\"$set\":{\"a\":1}"));

        assertThat(engage.profile("u1").get("$city")).isEqualTo("Bern");
        assertThat(engage.profile("u1").get("$country_code")).isEqualTo("CH");
        assertThat(engage.profile("u1").get("$geo_source")).isEqualTo("reverse_geocoding");
    }

    /** The address of the request counts only if the record itself says nothing about a place. */
    @ParameterizedTest
    @ValueSource(strings = {"\"$latitude\":1,\"$longitude\":2", "\"$ip\":0", "\"$ip\":\"0\""})
    void place_toldAndUnknown_isNotThatOfTheRequest(String place) throws Exception {
        send("?ip=1", record("u1", place + ",\"$set\":{\"a\":1}"));

        assertThat(engage.profile("u1").get("a")).isEqualTo(1L);
        assertThat(engage.profile("u1").has("$city")).isFalse();
        assertThat(engage.profile("u1").has("$geo_source")).isFalse();
    }

    @Test
    void request_addressKnown_isLocatedWithoutAGeoSource() throws Exception {
        send("?ip=1", record("u1", "\"$set\":{\"a\":1}"));

        assertThat(engage.profile("u1").get("$city")).isEqualTo("Home");
        assertThat(engage.profile("u1").has("$geo_source")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"$set\":{\"a\":1}",
                "\"$time\":\"2025-05-05T05:05:05\",\"$set\":{\"a\":1}",
                "\"$ignore_time\":true,\"$set\":{\"a\":1}",
                "\"$ignore_alias\":true,\"$set\":{\"a\":1}",
                "\"$time\":\"2025-05-05T05:05:05\",\"$ignore_time\":true,\"$ignore_alias\":true,\"$set\":{\"a\":1}",
                "\"$set\":{\"a\":1},\"$set_once\":{\"b\":2},\"$add\":{\"c\":3},\"$union\":{\"d\":[4]},"
                        + "\"$append\":{\"e\":5},\"$remove\":{\"tags\":\"x\"},\"$unset\":[\"old\"]",
            })
    void record_sentWithIp_doesAllElseAsWithout(String update) throws Exception {
        String before = "\"$ignore_alias\":true,\"$ignore_time\":true,\"$set\":{\"tags\":[\"x\",\"y\"],\"old\":1}";
        String[] records = {record("u1", before), record("mail", before), record("mail", update)};
        send("?ip=0", records);
        List<String> without = profiles();
        engage.reset();
        client.json("/track", ALIAS);
        send("?ip=1", records);

        assertThat(profiles()).isEqualTo(without);
        assertThat(engage.engine().snapshot().profiles("shop"))
                .anyMatch(profile -> "Home".equals(profile.get("$city")));
    }

    private List<String> profiles() {
        return engage.engine()
                .snapshot()
                .profiles("shop")
                .map(profile -> profile.id()
                        + Profile.unset(profile, "$city", "$country_code").canonicalText())
                .sorted()
                .toList();
    }
}
