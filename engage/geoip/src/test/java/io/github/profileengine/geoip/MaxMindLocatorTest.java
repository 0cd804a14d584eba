package io.github.profileengine.geoip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.location.Coordinates;
import io.github.profileengine.location.IpAddress;
import io.github.profileengine.location.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaxMindLocatorTest {
    private static final Map<String, Object> LISBON = Map.of(
            "city", Map.of("geoname_id", 2267057, "names", Map.of("en", "Lisbon", "pt-BR", "Lisboa")),
            "country", Map.of("iso_code", "PT", "names", Map.of("en", "Portugal")),
            "location", Map.of("latitude", 38.7, "longitude", -9.1, "time_zone", "Europe/Lisbon"),
            "subdivisions", List.of(Map.of("iso_code", "11", "names", Map.of("en", "Lisbon District"))));
    private static final Map<String, Object> OSAKA =
            Map.of("city", "Osaka", "state1", "Ōsaka-fu", "state2", "", "country_code", "JP", "timezone", "Asia/Tokyo");

    private static final Location IN_LISBON = new Location("Lisbon", "Lisbon District", "PT", "Europe/Lisbon");
    private static final Location IN_OSAKA = new Location("Osaka", "Ōsaka-fu", "JP", "Asia/Tokyo");

    @TempDir
    Path folder;

    private static IpAddress address(String text) {
        return IpAddress.parse(text).orElseThrow();
    }

    private static MmdbWriter put(MmdbWriter writer, String address, int length, Object value) {
        return writer.put(address(address).bytes(), length, value);
    }

    private MaxMindLocator open(byte[] database) throws IOException {
        return MaxMindLocator.open(Files.write(folder.resolve("places.mmdb"), database));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 6})
    void locate_nestedAndFlatRecords_findsThePlaceOfTheRange(int ipVersion) throws IOException {
        MmdbWriter writer = new MmdbWriter(ipVersion);
        put(writer, "192.0.2.0", 24, LISBON);
        put(writer, "198.51.100.128", 25, OSAKA);
        try (MaxMindLocator locator = open(writer.bytes())) {
            assertThat(locator.locate(address("192.0.2.0"))).contains(IN_LISBON);
            assertThat(locator.locate(address("::ffff:192.0.2.255"))).contains(IN_LISBON);
            assertThat(locator.locate(address("192.0.3.0"))).isEmpty();
            assertThat(locator.locate(address("198.51.100.128"))).contains(IN_OSAKA);
            assertThat(locator.locate(address("198.51.100.127"))).isEmpty();
        }
    }

    @Test
    void locate_v6Address_findsThePlaceOfTheRange() throws IOException {
        MmdbWriter writer = new MmdbWriter(6);
        put(writer, "2001:db8::", 32, LISBON);
        put(writer, "2001:db9:8000::", 33, OSAKA);
        try (MaxMindLocator locator = open(writer.bytes())) {
            assertThat(locator.locate(address("2001:db8::1"))).contains(IN_LISBON);
            assertThat(locator.locate(address("2001:db9:ffff::1"))).contains(IN_OSAKA);
            assertThat(locator.locate(address("2001:db9:7fff::1"))).isEmpty();
            assertThat(locator.locate(address("192.0.2.1"))).isEmpty();
        }
    }

    @Test
    void locate_v6AddressInDatabaseOfV4_isEmpty() throws IOException {
        try (MaxMindLocator locator =
                open(put(new MmdbWriter(4), "0.0.0.0", 1, LISBON).bytes())) {
            assertThat(locator.locate(address("2001:db8::1"))).isEmpty();
        }
    }

    @Test
    void locate_coordinates_isEmpty() throws IOException {
        try (MaxMindLocator locator =
                open(put(new MmdbWriter(4), "0.0.0.0", 1, LISBON).bytes())) {
            assertThat(locator.locate(new Coordinates(38.7, -9.1))).isEmpty();
        }
    }

    @Test
    void locate_recordsThatAreNoMaps_isEmpty() throws IOException {
        MmdbWriter writer = new MmdbWriter(4);
        List<Object> odd = List.of("PT", 7, true, 1.5, List.of(LISBON), Map.of());
        for (int at = 0; at < odd.size(); at++) {
            put(writer, "10.0." + at + ".0", 24, odd.get(at));
        }
        try (MaxMindLocator locator = open(writer.bytes())) {
            for (int at = 0; at < odd.size(); at++) {
                assertThat(locator.locate(address("10.0." + at + ".9")))
                        .as("%s", odd.get(at))
                        .isEmpty();
            }
        }
    }

    @Test
    void locate_manyThreads_allFindTheSame() throws Exception {
        MmdbWriter writer = new MmdbWriter(4);
        put(writer, "192.0.2.0", 24, LISBON);
        put(writer, "198.51.100.0", 24, OSAKA);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (MaxMindLocator locator = open(writer.bytes())) {
            Callable<Boolean> looksUp = () -> IntStream.range(0, 2_000)
                    .allMatch(at -> locator.locate(address("192.0.2." + at % 256))
                                    .equals(Optional.of(IN_LISBON))
                            && locator.locate(address("198.51.100." + at % 256)).equals(Optional.of(IN_OSAKA)));
            for (Future<Boolean> found : threads.invokeAll(List.of(looksUp, looksUp, looksUp, looksUp))) {
                assertThat(found.get()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void locate_fileOverwrittenInPlace_stillFinds() throws IOException {
        byte[] database = put(new MmdbWriter(4), "192.0.2.0", 24, LISBON).bytes();
        try (MaxMindLocator locator = open(database)) {
            Files.write(folder.resolve("places.mmdb"), new byte[database.length], StandardOpenOption.WRITE);
            assertThat(locator.locate(address("192.0.2.1"))).contains(IN_LISBON);
        }
    }

    @Test
    void locate_afterClose_isRefused() throws IOException {
        MaxMindLocator locator =
                open(put(new MmdbWriter(4), "192.0.2.0", 24, LISBON).bytes());
        locator.close();
        locator.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> locator.locate(address("192.0.2.1")))
                .withMessageContaining("places.mmdb");
    }

    @Test
    void locate_damagedRecord_namesFileAndAddress() throws IOException {
        byte[] database = put(new MmdbWriter(4), "192.0.2.0", 24, LISBON).bytes();
        // With the byte for "text of 6", which distinguishes it from the end of "Europe/Lisbon".
        byte[] cut = "FLisbon".getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < database.length - cut.length; at++) {
            if (Arrays.equals(database, at, at + cut.length, cut, 0, cut.length)) {
                database[at] = (byte) 0x5f; // A text of 65,821 bytes or more, which the file does not hold.
                break;
            }
        }
        try (MaxMindLocator locator = open(database)) {
            assertThatThrownBy(() -> locator.locate(address("192.0.2.1")))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageMatching("\\S*places\\.mmdb: .*192\\.0\\.2\\.1.*");
        }
    }

    @Test
    void open_missingFile_saysSo() {
        Path missing = folder.resolve("missing.mmdb");
        assertThatIOException().isThrownBy(() -> MaxMindLocator.open(missing)).withMessage(missing + ": no such file");
    }

    @Test
    void open_folder_saysSo() {
        assertThatIOException().isThrownBy(() -> MaxMindLocator.open(folder)).withMessage(folder + ": not a file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "{\"city\": \"Lisbon\"}",
                "\u00ab\u00cd\u00efMaxMind.com",
                "\u00ab\u00cd\u00efMaxMind.com\u00e1Ax"
            })
    void open_noDatabase_namesTheFile(String content) {
        assertThatIOException()
                .isThrownBy(() -> open(content.getBytes(StandardCharsets.ISO_8859_1)))
                .withMessage(folder.resolve("places.mmdb") + ": not a MaxMind database");
    }

    @Test
    void open_truncatedAnywhere_namesTheFile() throws IOException {
        byte[] database = put(new MmdbWriter(4), "192.0.2.0", 24, LISBON).bytes();
        for (int length = 0; length < database.length; length++) {
            byte[] begin = Arrays.copyOf(database, length);
            assertThatIOException()
                    .as("the first %s of %s bytes", length, database.length)
                    .isThrownBy(() -> open(begin).close())
                    .withMessageStartingWith(folder.resolve("places.mmdb") + ": ");
        }
    }

    @Test
    void open_bytesLostInTheTree_isDamaged() throws IOException {
        byte[] database = put(new MmdbWriter(4), "192.0.2.0", 24, LISBON).bytes();
        byte[] shorter = Arrays.copyOfRange(database, 6, database.length);
        assertThatIOException()
                .isThrownBy(() -> open(shorter))
                .withMessageStartingWith(folder.resolve("places.mmdb") + ": a damaged MaxMind database");
    }
}
