package io.github.profileengine.junit;

import static io.github.profileengine.junit.EngageAssertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EngageExtension.class)
class CreditsExampleTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Test
    void purchase_twice_addsCredits(EngageProject project) {
        purchase(project, "u1", 3);
        purchase(project, "u1", 4);

        assertThat(project.profile("u1")).hasProperty("credits", 7).hasNoProperty("debts");
        assertThat(project.profile("u2")).doesNotExist();
    }

    @Test
    void purchase_inBackground_isAwaited(EngageProject project) {
        new Thread(() -> purchase(project, "u1", 3)).start();

        project.await()
                .atMost(Duration.ofSeconds(30))
                .profile("u1")
                .property("credits")
                .isEqualTo(3);
    }

    /** What the code under test does; most programs use an SDK for it. */
    private static void purchase(EngageProject project, String user, int credits) {
        String json = String.format(
                "[{\"$token\": \"%s\", \"$distinct_id\": \"%s\", \"$add\": {\"credits\": %s}}]",
                project.token(), user, credits);
        HttpRequest request = HttpRequest.newBuilder(URI.create(project.uri() + "/engage"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        CLIENT.sendAsync(request, BodyHandlers.ofString()).join();
    }
}
