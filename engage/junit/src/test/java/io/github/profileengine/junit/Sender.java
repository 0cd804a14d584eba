package io.github.profileengine.junit;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** Sends records like an SDK that ignores the answer. */
final class Sender {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Sender() {}

    /** Sends a record of a user; single quotes stand for double ones. */
    static int user(EngageProject project, String id, String operation) {
        return engage(project, "{'$token':'" + project.token() + "','$distinct_id':'" + id + "'," + operation + "}");
    }

    /** Sends a text to {@code /engage}; single quotes stand for double ones. */
    static int engage(EngageProject project, String json) {
        return post(project.uri().resolve("/engage"), json.replace('\'', '"'));
    }

    static int post(URI uri, String json) {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        return CLIENT.sendAsync(request, BodyHandlers.ofString()).join().statusCode();
    }
}
