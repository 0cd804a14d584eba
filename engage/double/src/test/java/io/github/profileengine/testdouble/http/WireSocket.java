package io.github.profileengine.testdouble.http;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A client that sends bytes as they are, whether well-formed or not. Text is Latin-1: one character is one byte. */
public final class WireSocket implements AutoCloseable {
    /** A server that has not answered after this time hangs. */
    private static final int HUNG_MILLIS = 60_000;

    private final Socket socket;
    private final InputStream in;

    /** An answer. Header names ignore case; of a repeated header, the last value is kept. */
    public record Answer(int status, Map<String, String> headers, String body) {
        /** Whether a header is there. */
        public boolean has(String header) {
            return headers.containsKey(header);
        }
    }

    /** Connects to a port of this machine. */
    public WireSocket(int port) throws IOException {
        socket = new Socket(InetAddress.getByName("127.0.0.1"), port);
        socket.setSoTimeout(HUNG_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Sends one request on a connection of its own. The server must close the connection afterwards. */
    public static Answer last(int port, String request) throws IOException {
        try (WireSocket socket = new WireSocket(port)) {
            Answer answer = socket.send(request).answer();
            if (!socket.hasEnded()) {
                throw new AssertionError("the connection is still open after " + answer);
            }
            return answer;
        }
    }

    /** Sends one request on a connection of its own. */
    public static Answer only(int port, String request) throws IOException {
        try (WireSocket socket = new WireSocket(port)) {
            return socket.send(request).answer();
        }
    }

    /** A well-formed POST. */
    public static String post(String target, String headers, String body) {
        return "POST " + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "Content-Length: " + body.length()
                + "\r\n\r\n" + body;
    }

    /** A well-formed GET. */
    public static String get(String target) {
        return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }

    public WireSocket send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public WireSocket send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** Tells the server that no more bytes will come. Answers can still be read. */
    public WireSocket endOutput() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** The next answer to any request but HEAD. */
    public Answer answer() throws IOException {
        Answer head = head();
        int length = Integer.parseInt(head.headers().getOrDefault("Content-Length", "0"));
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("a body of " + length + " bytes ended after " + body.length);
        }
        return new Answer(head.status(), head.headers(), new String(body, StandardCharsets.UTF_8));
    }

    /** The next answer that has only headers. */
    public Answer head() throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            headers.put(header.substring(0, colon), header.substring(colon + 1).strip());
        }
        return new Answer(status, headers, "");
    }

    /** The next byte of a body, for which it waits; -1 if none comes. Reads no further byte. */
    public int next() throws IOException {
        return in.read();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server closed the connection after: " + line);
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    /** Whether the server closes the connection before it sends anything more. Waits for either. */
    public boolean hasEnded() throws IOException {
        try {
            return in.read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
