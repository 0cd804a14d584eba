package io.github.profileengine.junit;

import static io.github.profileengine.junit.EngageAssertions.assertThatRequests;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EngageExtension.class)
class RequestsAssertTest {

    @Test
    void accepted_requests_areCountedAndFound(EngageProject project) {
        Sender.user(project, "u1", "'$set':{'a':1}");
        Sender.post(
                project.uri().resolve("/track/?verbose=1"),
                "[{\"event\":\"Bought\",\"properties\":{\"token\":\"" + project.token() + "\"}}]");

        assertThatRequests(project)
                .allAccepted()
                .noneRejected()
                .hasCount(2)
                .contain("POST", "/engage/")
                .contain("post", "/track")
                .containAny("an event", entry -> !entry.events().isEmpty());
    }

    /** A client that takes the double for its proxy sends the whole address as the target. */
    @Test
    void contain_requestThroughTheDoubleAsProxy_isFoundByItsPath(EngageProject project) {
        HttpClient client = HttpClient.newBuilder()
                .proxy(ProxySelector.of(new InetSocketAddress(
                        project.uri().getHost(), project.uri().getPort())))
                .build();
        String record = "{\"$token\":\"" + project.token() + "\",\"$distinct_id\":\"u1\",\"$set\":{\"a\":1}}";
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://api.mixpanel.com/engage?verbose=1"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(record))
                .build();
        client.sendAsync(request, BodyHandlers.discarding()).join();

        assertThat(project.requests().get(0).request().target()).startsWith("http://api.mixpanel.com/engage?");
        assertThatRequests(project).hasCount(1).contain("POST", "/engage");
    }

    @Test
    void failure_wrongExpectation_listsRequests(EngageProject project) {
        Sender.user(project, "u1", "'$set':{'a':1}");

        assertThatThrownBy(() -> assertThatRequests(project).hasCount(2))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected requests: 2\nbut there was 1 request\nthey are:\n  request ")
                .hasMessageContaining("POST /engage, answered 200");
        assertThatThrownBy(() -> assertThatRequests(project).contain("GET", "/engage"))
                .hasMessageContaining("expected a request: GET /engage");
        assertThatThrownBy(() -> assertThatRequests(project).contain("POST", "/groups"))
                .hasMessageContaining("expected a request: POST /groups");
        assertThatThrownBy(() -> assertThatRequests(project).containAny("an event", entry -> false))
                .hasMessageContaining("expected a request: an event");
    }

    @Test
    void allAccepted_noRequest_failsUnlikeNoneRejected() {
        assertThatRequests(List.of()).noneRejected();
        assertThatThrownBy(() -> assertThatRequests(List.of()).allAccepted())
                .hasMessageContaining("at least one request, all accepted\nbut there were 0 requests");
    }

    @Test
    @AllowRejections
    void noneRejected_rejectedRecords_areNamed(EngageProject project) {
        String good = "{'$token':'" + project.token() + "','$distinct_id':'u1','$set':{'a':1}}";
        Sender.engage(project, "[" + good + "," + good.replace("'u1'", "''") + "]");
        Sender.post(
                project.uri().resolve("/track"),
                "[{\"event\":\"\",\"properties\":{\"token\":\"" + project.token() + "\"}}]");
        Sender.engage(project, good + "}");

        assertThatThrownBy(() -> assertThatRequests(project).hasCount(3).noneRejected())
                .hasMessageContaining("record 1 rejected: $distinct_id")
                .hasMessageContaining("event 0 rejected: event, ")
                .hasMessageContaining("  rejected: ");
        assertThatThrownBy(() -> assertThatRequests(project).allAccepted()).hasMessageContaining("record 1 rejected");
    }
}
