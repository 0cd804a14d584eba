package io.github.profileengine.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void count_feedsAmongSimilarBytes_countsFeedsOnly() {
        byte[] bytes = {'\n', 0, 0x0B, (byte) 0x8A, '\n', '\n', 9, 'x', '\n', 'y', 0x0A ^ 0x01};
        assertThat(Lines.count(bytes, 0, bytes.length)).isEqualTo(4);
        assertThat(Lines.count(bytes, 1, 8)).isEqualTo(2);
    }

    @Test
    void count_anyPairOfBytes_countsEach() {
        for (int first = 0; first < 256; first++) {
            byte[] bytes = new byte[16];
            Arrays.fill(bytes, (byte) first);
            bytes[3] = '\n';
            assertThat(Lines.count(bytes, 0, 16)).as("byte %d", first).isEqualTo(first == '\n' ? 16 : 1);
        }
    }

    @Test
    void column_afterWideCharacters_countsCodePoints() {
        byte[] bytes = Records.utf8("x\nZo\u00eb \ud83d\ude00!");
        assertThat(Lines.column(bytes, 2, bytes.length - 1)).isEqualTo(6);
    }
}
