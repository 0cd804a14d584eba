package io.github.profileengine.testdouble;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/**
 * A body that no double can decode, and what is wrong with it.
 *
 * @param headers of the request, each with its line break
 * @param error the beginning of a verbose answer
 */
record PayloadRow(String headers, byte[] body, String error) {
    static final String JSON = "Content-Type: application/json\r\n";
    static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
    static final String GZIP = JSON + "Content-Encoding: gzip\r\n";

    static PayloadRow json(String body, String error) {
        return new PayloadRow(JSON, utf8(body), error);
    }

    static PayloadRow form(String body, String error) {
        return new PayloadRow(FORM, utf8(body), error);
    }

    static PayloadRow base64(byte[] content, String error) {
        return form("data=" + Base64.getUrlEncoder().withoutPadding().encodeToString(content), error);
    }

    static PayloadRow bytes(String headers, byte[] body, String error) {
        return new PayloadRow(headers, body, error);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A copy of the bytes with one of them changed. */
    static byte[] damaged(byte[] bytes, int at) {
        byte[] damaged = bytes.clone();
        damaged[at < 0 ? bytes.length + at : at] ^= 0x55;
        return damaged;
    }

    static byte[] followedBy(byte[] bytes, byte[] others) {
        byte[] all = Arrays.copyOf(bytes, bytes.length + others.length);
        System.arraycopy(others, 0, all, bytes.length, others.length);
        return all;
    }

    static byte[] cut(byte[] bytes, int length) {
        return Arrays.copyOf(bytes, length);
    }

    /** The request, byte for byte. */
    byte[] request(String target) {
        return followedBy(
                utf8("POST " + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "Content-Length: " + body.length
                        + "\r\n\r\n"),
                body);
    }

    @Override
    public String toString() {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        return text.substring(0, Math.min(40, text.length())).replaceAll("[^ -~]", ".");
    }
}
