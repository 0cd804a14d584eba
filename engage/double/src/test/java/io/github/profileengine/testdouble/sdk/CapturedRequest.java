package io.github.profileengine.testdouble.sdk;

import io.github.profileengine.wire.JsonText;
import io.github.profileengine.wire.ReaderOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One request as an official client sent it, with what the recorder knew about it. */
record CapturedRequest(String client, Map<?, ?> index) {

    /** The requests of a client, in the order in which they were sent. */
    static List<CapturedRequest> of(String client) {
        List<?> index = (List<?>) JsonText.read(resource(client + "/index.json"), ReaderOptions.defaults());
        return index.stream()
                .map(entry -> new CapturedRequest(client, (Map<?, ?>) entry))
                .toList();
    }

    private static byte[] resource(String name) {
        try (InputStream in = CapturedRequest.class.getResourceAsStream("/captured-requests/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        return resource(name());
    }

    String name() {
        return client + "/" + index.get("file");
    }

    String method() {
        return (String) index.get("method");
    }

    /** The last word of the path: what the request is for. */
    String endpoint() {
        String[] parts = path().split("/");
        return parts[parts.length - 1];
    }

    String path() {
        return (String) index.get("path");
    }

    boolean hasPayload() {
        return !"none".equals(index.get("payloadEncoding"));
    }

    byte[] payload() {
        return ((String) index.get("payloadText")).getBytes(StandardCharsets.UTF_8);
    }

    Optional<String> parameter(String name) {
        Object field = index.get("otherFormParams") instanceof Map<?, ?> form ? form.get(name) : null;
        return pair("queryParams", name).or(() -> Optional.ofNullable((String) field));
    }

    Optional<String> header(String name) {
        return pair("headers", name);
    }

    private Optional<String> pair(String list, String name) {
        return ((List<?>) index.get(list))
                .stream()
                        .map(pair -> (List<?>) pair)
                        .filter(pair -> name.equals(pair.get(0)))
                        .map(pair -> (String) pair.get(1))
                        .findFirst();
    }

    /** The name before the colon of Basic credentials. */
    Optional<String> basicUser() {
        return header("Authorization")
                .map(credentials -> new String(
                        Base64.getDecoder().decode(credentials.substring("Basic ".length())), StandardCharsets.UTF_8))
                .map(credentials -> credentials.split(":", 2)[0]);
    }

    @Override
    public String toString() {
        return name();
    }
}
