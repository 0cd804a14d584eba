package io.github.profileengine.packed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BytesTest {
    /** The last number that fits so many bytes, and the first that does not. */
    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "1, 1",
        "127, 1",
        "128, 2",
        "255, 2",
        "16383, 2",
        "16384, 3",
        "2097151, 3",
        "2097152, 4",
        "268435455, 4",
        "268435456, 5",
        "2147483647, 5"
    })
    void variable_numberAtAnEdge_takesItsBytesAndComesBack(int number, int length) {
        byte[] bytes = new byte[16];
        for (int at = 0; at < 4; at++) {
            // What was there before must not show.
            bytes[at + length] = -1;
            assertThat(Bytes.putVariable(bytes, at, number)).isEqualTo(at + length);
            assertThat(Bytes.variable(bytes, at)).isEqualTo(number);
        }
        assertThat(Bytes.variableLength(number)).isEqualTo(length);
    }

    @ParameterizedTest
    @CsvSource({"0", "32767", "32768", "65528", "65535"})
    void unsignedShort_upToItsLargest_comesBack(int number) {
        byte[] bytes = new byte[3];
        Bytes.putShort(bytes, 1, number);
        assertThat(Bytes.unsignedShort(bytes, 1)).isEqualTo(number);
    }
}
