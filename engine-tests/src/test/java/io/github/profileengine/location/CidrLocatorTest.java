package io.github.profileengine.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class CidrLocatorTest {
    private static final CidrLocator LOCATOR = CidrLocator.builder()
            .put("10.0.0.0/8", place("ten"))
            .put("10.1.0.0/16", place("ten-one"))
            .put("10.1.2.3/32", place("one address"))
            .put("128.0.0.0/1", place("upper half"))
            .put("2001:db8::/32", place("documentation"))
            .put("2001:db8:0:1::/64", place("one network"))
            .build();

    private static Location place(String city) {
        return new Location(city, null, null, null);
    }

    private static Optional<String> city(String address) {
        return IpAddress.parse(address).flatMap(LOCATOR::locate).map(Location::city);
    }

    @Test
    void locate_severalRanges_longestPrefixWins() {
        assertThat(city("10.9.9.9")).contains("ten");
        assertThat(city("10.1.9.9")).contains("ten-one");
        assertThat(city("10.1.2.3")).contains("one address");
        assertThat(city("10.1.2.4")).contains("ten-one");
        assertThat(city("2001:db8::1")).contains("documentation");
        assertThat(city("2001:db8:0:1:ffff::")).contains("one network");
    }

    @Test
    void locate_bordersOfARange_areInside() {
        assertThat(city("10.0.0.0")).contains("ten");
        assertThat(city("10.255.255.255")).contains("ten");
        assertThat(city("9.255.255.255")).isEmpty();
        assertThat(city("11.0.0.0")).isEmpty();
        assertThat(city("127.255.255.255")).isEmpty();
        assertThat(city("128.0.0.0")).contains("upper half");
        assertThat(city("255.255.255.255")).contains("upper half");
        assertThat(city("2001:db8:ffff:ffff:ffff:ffff:ffff:ffff")).contains("documentation");
        assertThat(city("2001:db9::")).isEmpty();
    }

    @Test
    void locate_mappedAddress_isTheIpv4One() {
        assertThat(city("::ffff:10.1.2.3")).contains("one address");
    }

    @Test
    void locate_coordinates_findNothing() {
        assertThat(LOCATOR.locate(new Coordinates(1, 1))).isEmpty();
    }

    @Test
    void locate_everything_hasAPrefixOfZero() {
        CidrLocator all = CidrLocator.builder()
                .put("0.0.0.0/0", place("v4"))
                .put("::/0", place("v6"))
                .build();
        assertThat(IpAddress.parse("1.2.3.4").flatMap(all::locate)).contains(place("v4"));
        assertThat(IpAddress.parse("::1").flatMap(all::locate)).contains(place("v6"));
    }

    @Test
    void put_singleAddress_isARangeOfOne() {
        CidrLocator one = CidrLocator.builder().put("10.0.0.7", place("one")).build();
        assertThat(IpAddress.parse("10.0.0.7").flatMap(one::locate)).contains(place("one"));
        assertThat(IpAddress.parse("10.0.0.8").flatMap(one::locate)).isEmpty();
    }

    @Test
    void put_mappedRange_isTheIpv4One() {
        CidrLocator mapped = CidrLocator.builder()
                .put("::ffff:192.0.2.0/120", place("net"))
                .put("::ffff:0:0/96", place("all"))
                .put("::ffff:192.0.2.7", place("one"))
                .build();
        assertThat(IpAddress.parse("192.0.2.9").flatMap(mapped::locate)).contains(place("net"));
        assertThat(IpAddress.parse("192.0.2.7").flatMap(mapped::locate)).contains(place("one"));
        assertThat(IpAddress.parse("10.0.0.1").flatMap(mapped::locate)).contains(place("all"));
        assertThat(IpAddress.parse("2001:db8::1").flatMap(mapped::locate)).isEmpty();
        assertThatThrownBy(() -> CidrLocator.builder().put("::ffff:10.0.0.0/8", place("x")))
                .hasMessage("bits after the prefix are set: ::ffff:10.0.0.0/8");
        assertThatThrownBy(() -> CidrLocator.builder().put("::ffff:10.0.0.0/129", place("x")))
                .hasMessage("no address range: ::ffff:10.0.0.0/129");
    }

    @Test
    void put_noRange_isRefused() {
        for (String bad : new String[] {
            "",
            "10.0.0.0/33",
            "10.0.0.0/-1",
            "10.0.0/8",
            "host/8",
            "2001:db8::/129",
            "10.0.0.0/",
            "10.0.0.0/x",
            "10.0.0.1/8"
        }) {
            assertThatThrownBy(() -> CidrLocator.builder().put(bad, place("x")))
                    .as(bad)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void parse_textThatIsNoAddress_isEmpty() {
        for (String bad : new String[] {
            "",
            " 1.2.3.4",
            "1.2.3",
            "1.2.3.256",
            "1.2.3.4.5",
            "localhost",
            "0x1.2.3.4",
            ":",
            ":::",
            "1::2::3",
            "12345::",
            "1:2:3:4:5:6:7",
            "1:2:3:4:5:6:7:8:9",
            "::g",
            "fe80::1%eth0"
        }) {
            assertThat(IpAddress.parse(bad)).as(bad).isEmpty();
        }
    }
}
