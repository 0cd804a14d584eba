package io.github.profileengine.testdouble;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Sends requests to a double as SDKs and tests do. */
public final class DoubleClient {
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI uri;

    /** A client of a double. */
    public DoubleClient(EngageDouble engage) {
        uri = engage.uri();
    }

    /** Posts JSON. */
    public HttpResponse<String> json(String target, String json) throws IOException, InterruptedException {
        return send(request(target).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    /** Posts a form whose field {@code data} is a text. */
    public HttpResponse<String> form(String target, String data) throws IOException, InterruptedException {
        return send(request(target)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("data=" + URLEncoder.encode(data, StandardCharsets.UTF_8))));
    }

    /** Gets. */
    public HttpResponse<String> get(String target) throws IOException, InterruptedException {
        return send(request(target).GET());
    }

    /** Begins a request. */
    public HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(uri.resolve(target));
    }

    /** Sends a request. */
    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
