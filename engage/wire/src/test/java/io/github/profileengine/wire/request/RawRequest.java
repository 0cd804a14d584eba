package io.github.profileengine.wire.request;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Splits a request, byte for byte, into what a server passes to the decoder. */
record RawRequest(String method, String rawQuery, List<String> headers, byte[] body) {

    static RawRequest of(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        List<String> head = List.of(text.substring(0, end).split("\r\n"));
        String[] line = head.get(0).split(" ");
        int query = line[1].indexOf('?');
        return new RawRequest(
                line[0],
                query < 0 ? null : line[1].substring(query + 1),
                head.subList(1, head.size()),
                text.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1));
    }

    List<String> header(String name) {
        return headers.stream()
                .filter(header -> header.regionMatches(true, 0, name + ": ", 0, name.length() + 2))
                .map(header -> header.substring(name.length() + 2))
                .toList();
    }

    DecodedRequest decoded() {
        List<String> types = header("Content-Type");
        return new RequestDecoder(RequestBounds.defaults())
                .decode(method, rawQuery, types.isEmpty() ? null : types.get(0), header("Content-Encoding"), body);
    }
}
