package io.github.profileengine.testdouble.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.testdouble.DoubleClient;
import io.github.profileengine.testdouble.EngageDouble;
import io.github.profileengine.wire.JsonText;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** Calls the admin routes of a double over HTTP. */
final class AdminClient {
    private final DoubleClient client;

    AdminClient(EngageDouble engage) {
        client = new DoubleClient(engage);
    }

    /** Sends one record. */
    void engage(String id, String operation) throws IOException, InterruptedException {
        record("{\"$token\":\"shop\",\"$distinct_id\":\"" + id + "\"," + operation + "}");
    }

    void record(String json) throws IOException, InterruptedException {
        client.json(json.contains("$group_key") ? "/groups" : "/engage", json);
    }

    HttpResponse<String> send(String method, String target, String body) throws IOException, InterruptedException {
        return client.send(client.request("/__double" + target).method(method, BodyPublishers.ofString(body)));
    }

    HttpResponse<String> getWith(String target, String header, String value) throws IOException, InterruptedException {
        return client.send(
                client.request("/__double" + target).header(header, value).GET());
    }

    /** The text of an answer that must be 200. */
    String text(String method, String target, String body) throws IOException, InterruptedException {
        HttpResponse<String> response = send(method, target, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    /** The members of an answer that must be 200. */
    Map<String, Object> json(String method, String target, String body) throws IOException, InterruptedException {
        return members(text(method, target, body));
    }

    Map<String, Object> get(String target) throws IOException, InterruptedException {
        return json("GET", target, "");
    }

    /** The error of an answer that must have a status. */
    String error(int status, String method, String target, String body) throws IOException, InterruptedException {
        HttpResponse<String> response = send(method, target, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(members(response.body())).containsOnlyKeys("error");
        return (String) members(response.body()).get("error");
    }

    @SuppressWarnings("unchecked") // names in JSON are texts
    static Map<String, Object> members(Object value) {
        return (Map<String, Object>) (value instanceof String text ? JsonText.read(text) : value);
    }

    /** The objects in a list of an answer. */
    static List<Map<String, Object>> list(Map<String, Object> answer, String name) {
        return ((List<?>) answer.get(name)).stream().map(AdminClient::members).toList();
    }
}
