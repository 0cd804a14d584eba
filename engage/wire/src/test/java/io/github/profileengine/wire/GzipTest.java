package io.github.profileengine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GzipTest {

    private static final byte[] TEXT = Records.utf8("one two three ".repeat(20_000));

    static byte[] compressed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = Gzip.deflating(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] inflated(byte[] bytes, long most) throws IOException {
        return Gzip.inflated(new ByteArrayInputStream(bytes), most).readAllBytes();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    @Test
    void inflated_plainBytes_areUnchanged() throws IOException {
        for (String text : new String[] {"", "\u001f", "x", "{}"}) {
            assertThat(inflated(Records.utf8(text), 1)).isEqualTo(Records.utf8(text));
        }
    }

    @Test
    void inflated_membersAndPadding_areJoined() throws IOException {
        byte[] random = new byte[100_000];
        new Random(7).nextBytes(random);
        byte[] gzip = joined(compressed(TEXT), compressed(new byte[0]), compressed(random), new byte[512]);
        assertThat(inflated(gzip, Long.MAX_VALUE)).isEqualTo(joined(TEXT, random));
        assertThat(Gzip.inflated(Records.trickle(gzip, 3), Long.MAX_VALUE).readAllBytes())
                .isEqualTo(joined(TEXT, random));
    }

    @Test
    void inflated_allHeaderFields_arePassedOver() throws IOException {
        byte[] gzip = compressed(TEXT);
        byte[] header = Arrays.copyOf(gzip, 10);
        header[3] = 2 | 4 | 8 | 16;
        byte[] fields = {3, 0, 9, 9, 9, 'n', 0, 'c', 'c', 0, 1, 2};
        assertThat(inflated(joined(header, fields, Arrays.copyOfRange(gzip, 10, gzip.length)), Long.MAX_VALUE))
                .isEqualTo(TEXT);
    }

    @Test
    void inflated_anyByteCutOff_isDamaged() throws IOException {
        byte[] gzip = compressed(Records.utf8("some text"));
        for (int length = 2; length < gzip.length; length++) {
            byte[] cut = Arrays.copyOf(gzip, length);
            assertThatThrownBy(() -> inflated(cut, 1000))
                    .as("%d bytes", length)
                    .isInstanceOf(DamagedGzipException.class);
        }
    }

    /** A reader that asks for more than there is before the damage gets what there is. */
    @Test
    void inflated_alteredInTheMiddle_givesAllBeforeIt() throws IOException {
        StringBuilder lines = new StringBuilder();
        Random random = new Random(1);
        for (int line = 0; line < 3_000; line++) {
            lines.append("line ").append(random.nextInt()).append('\n');
        }
        byte[] text = Records.utf8(lines.toString());
        byte[] gzip = compressed(text);
        // Some of these are found at once, others only by the checksum at the end.
        for (int pattern = 1; pattern < 256; pattern++) {
            byte[] altered = gzip.clone();
            for (int at = gzip.length / 2; at < gzip.length / 2 + 16; at++) {
                altered[at] ^= (byte) pattern;
            }
            byte[] before = beforeDamage(altered);
            assertThat(before.length).as("pattern %d", pattern).isGreaterThan(text.length * 2 / 5);
            assertThat(Arrays.mismatch(text, before)).isGreaterThan(text.length * 2 / 5);
        }
    }

    private static byte[] beforeDamage(byte[] gzip) throws IOException {
        ByteArrayOutputStream before = new ByteArrayOutputStream();
        InputStream in = Gzip.inflated(new ByteArrayInputStream(gzip), Long.MAX_VALUE);
        byte[] buffer = new byte[1 << 20];
        assertThatThrownBy(() -> {
                    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                        before.write(buffer, 0, count);
                    }
                })
                .isInstanceOf(DamagedGzipException.class);
        assertThatThrownBy(() -> in.read(buffer)).isInstanceOf(DamagedGzipException.class);
        return before.toByteArray();
    }

    @Test
    void inflated_alteredOrFollowedByGarbage_isDamaged() throws IOException {
        byte[] gzip = compressed(TEXT);
        for (int at : new int[] {2, 3, 100, gzip.length - 1, gzip.length - 5}) {
            byte[] altered = gzip.clone();
            altered[at] ^= (byte) 0xE1;
            assertThatThrownBy(() -> inflated(altered, Long.MAX_VALUE))
                    .as("byte %d", at)
                    .isInstanceOf(DamagedGzipException.class);
        }
        assertThatThrownBy(() -> inflated(joined(gzip, new byte[] {0, 1}), Long.MAX_VALUE))
                .isInstanceOf(DamagedGzipException.class)
                .hasMessage("damaged gzip: other data follows its end");
    }

    @Test
    void inflated_memberOfAnotherMethod_isToldFromWhatFollowsTheEnd() throws IOException {
        byte[] gzip = compressed(TEXT);
        byte[] other = gzip.clone();
        other[2] = 7;
        assertThatThrownBy(() -> inflated(joined(other, gzip), Long.MAX_VALUE))
                .hasMessage("damaged gzip: unknown compression method");
        assertThatThrownBy(() -> inflated(joined(gzip, other), Long.MAX_VALUE))
                .hasMessage("damaged gzip: other data follows its end");
    }

    @Test
    void inflated_exactlyTheBound_isAllowedAndOneByteMoreIsNot() throws IOException {
        byte[] gzip = compressed(TEXT);
        assertThat(inflated(gzip, TEXT.length)).isEqualTo(TEXT);
        assertThatThrownBy(() -> inflated(gzip, TEXT.length - 1))
                .isInstanceOf(OversizedInputException.class)
                .hasMessage("oversized gzip: it inflates to over 279999 bytes, the most allowed here (maxInflatedBytes,"
                        + " --max-inflated-bytes)");
        assertThatThrownBy(() -> inflated(joined(gzip, gzip), TEXT.length + 1))
                .isInstanceOf(OversizedInputException.class);
    }
}
