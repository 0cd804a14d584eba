package io.github.profileengine.wire.request;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the fields of a {@code multipart/form-data} body (RFC 7578), each value as its exact bytes. */
final class MultipartForm {

    static final String MEDIA_TYPE = "multipart/form-data";

    private static final Pattern BOUNDARY =
            Pattern.compile(";\\s*boundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70}))", Pattern.CASE_INSENSITIVE);
    private static final byte[] END_OF_HEADERS = bytes("\r\n\r\n");

    private final byte[] body;
    private final byte[] delimiter;
    private final List<String> names = new ArrayList<>();
    private final List<byte[]> values = new ArrayList<>();

    private MultipartForm(byte[] body, byte[] delimiter) {
        this.body = body;
        this.delimiter = delimiter;
    }

    static RequestParameters parse(byte[] body, String contentType, int maxParameters) throws RequestFaultException {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw invalid();
        }
        String text = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
        MultipartForm form = new MultipartForm(body, bytes("\r\n--" + text));
        form.read(maxParameters);
        return RequestParameters.ofPlain(form.names, form.values);
    }

    private void read(int maxParameters) throws RequestFaultException {
        // The first delimiter may come without the line break that precedes all others.
        byte[] first = Arrays.copyOfRange(delimiter, 2, delimiter.length);
        int at = found(first, 0) + first.length;
        while (!startsWith(bytes("--"), at)) {
            if (names.size() == maxParameters) {
                throw RequestBody.tooManyParameters(maxParameters);
            }
            at = part(at) + delimiter.length;
        }
    }

    /** Reads the part whose delimiter ends at {@code from}. Returns the start of the next delimiter. */
    private int part(int from) throws RequestFaultException {
        int headers = found(END_OF_HEADERS, from);
        // If the value is empty, the delimiter's line break may be the one that ends the headers.
        int end = found(delimiter, headers + 2);
        int value = headers + END_OF_HEADERS.length;
        String name = ContentDisposition.fieldName(new String(body, from, headers - from, StandardCharsets.UTF_8));
        if (name == null) {
            throw invalid();
        }
        names.add(name);
        values.add(Arrays.copyOfRange(body, Math.min(value, end), end));
        return end;
    }

    private int found(byte[] wanted, int from) throws RequestFaultException {
        for (int at = from; at <= body.length - wanted.length; at++) {
            if (startsWith(wanted, at)) {
                return at;
            }
        }
        throw invalid();
    }

    private boolean startsWith(byte[] wanted, int at) {
        int end = at + wanted.length;
        return end <= body.length && Arrays.equals(body, at, end, wanted, 0, wanted.length);
    }

    private static RequestFaultException invalid() {
        return new RequestFaultException(RequestFault.bad("body, invalid multipart form"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
