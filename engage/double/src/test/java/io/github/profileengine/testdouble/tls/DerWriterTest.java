package io.github.profileengine.testdouble.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DerWriterTest {
    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0400",
        "127, 047f",
        "128, 048180",
        "255, 0481ff",
        "256, 04820100",
        "65535, 0482ffff",
        "65536, 0483010000"
    })
    void octetString_anyLength_hasTheShortestHead(int length, String head) {
        byte[] element = DerWriter.octetString(new byte[length]);
        assertThat(hex(element)).startsWith(head);
        assertThat(element).hasSize(head.length() / 2 + length);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 020100",
        "2, 020102",
        "127, 02017f",
        "128, 02020080",
        "255, 020200ff",
        "256, 02020100",
        "-128, 020180"
    })
    void integer_anyValue_isTheShortestTwosComplement(BigInteger value, String expected) {
        assertThat(hex(DerWriter.integer(value))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2.5.29.17, 0603551d11",
        "1.2.840.113549, 06062a864886f70d",
        "1.2.840.10045.4.3.2, 06082a8648ce3d040302",
        "2.999.127.128.16384, 060888377f8100818000",
        "1.3.2147483647, 06062b87ffffff7f"
    })
    void objectIdentifier_arcsOfAnySize_areSevenBitsAByte(String dotted, String expected) {
        assertThat(hex(DerWriter.objectIdentifier(dotted))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1999-12-31T23:59:59.999Z, 170d3939313233313233353935395a",
        "2049-12-31T23:59:59Z, 170d3439313233313233353935395a",
        "2050-01-01T00:00:00Z, 180f32303530303130313030303030305a"
    })
    void time_fromTheYear2050On_hasFourDigitsForTheYear(Instant time, String expected) {
        assertThat(hex(DerWriter.time(time))).isEqualTo(expected);
    }

    @Test
    void tags_ofOurElements_areThoseOfX690() {
        byte[] one = {1};
        assertThat(hex(DerWriter.sequence(one, one))).isEqualTo("30020101");
        assertThat(hex(DerWriter.set(one))).isEqualTo("310101");
        assertThat(hex(DerWriter.tagged(3, one))).isEqualTo("a30101");
        assertThat(hex(DerWriter.retagged(7, one))).isEqualTo("870101");
        assertThat(hex(DerWriter.bool(true))).isEqualTo("0101ff");
        assertThat(hex(DerWriter.bool(false))).isEqualTo("010100");
        assertThat(hex(DerWriter.bitString(2, one))).isEqualTo("03020201");
        assertThat(hex(DerWriter.utf8String("ü"))).isEqualTo("0c02c3bc");
    }
}
