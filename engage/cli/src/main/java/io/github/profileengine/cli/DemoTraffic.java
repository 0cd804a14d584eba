package io.github.profileengine.cli;

import io.github.profileengine.value.CanonicalText;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Sends a double what programs with SDKs might send, one or two requests a second, so that there is something to look
 * at. Every run sends the same requests in the same order, some of them with mistakes. It runs until it is stopped.
 */
final class DemoTraffic {
    private static final long SEED = 2026;
    private static final int LEAST_PAUSE_MILLIS = 250;
    private static final int MOST_PAUSE_MILLIS = 1_100;
    private static final List<String> USERS =
            List.of("ann", "ben", "carla", "deniz", "eva", "farid", "greta", "hugo", "ines", "jonas", "kim", "lea");
    private static final List<String> PLANS = List.of("free", "pro", "team");
    private static final List<String> TAGS = List.of("beta", "newsletter", "trial", "vip");

    /** The traits of an SDK: the end of its URL, and its user agent. */
    private record Sender(String query, String userAgent) {}

    private static final List<Sender> SENDERS = List.of(
            new Sender("", "python-requests/2.32.3"),
            new Sender("", "Go-http-client/1.1"),
            new Sender("?ip=0", "Java/17.0.15"),
            new Sender("/?ip=1", "Dalvik/2.1.0 (Linux; U; Android 14)"));

    private final URI uri;
    private final String token;
    private final Random random = new Random(SEED);
    private final HttpClient client = HttpClient.newHttpClient();
    private final Thread thread = new Thread(this::run, "demo");

    private DemoTraffic(URI uri, String token) {
        this.uri = uri;
        this.token = token;
    }

    /**
     * Starts the traffic.
     *
     * @param uri the address of the double, without a slash at its end
     * @param token the project that the traffic is for
     */
    static DemoTraffic start(URI uri, String token) {
        DemoTraffic traffic = new DemoTraffic(uri, token);
        traffic.thread.setDaemon(true);
        traffic.thread.start();
        return traffic;
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                sendOne();
                Thread.sleep(random.nextInt(LEAST_PAUSE_MILLIS, MOST_PAUSE_MILLIS));
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void sendOne() throws InterruptedException {
        int kind = random.nextInt(10);
        try {
            if (kind == 0) {
                send("/groups", group());
            } else if (kind == 1) {
                send("/track", identity());
            } else {
                send("/engage", kind == 2 ? List.of(user(), user(), user()) : List.of(user()));
            }
        } catch (IOException cut) {
            // An injected fault, or the end of the double. If the double has ended, the next request fails, too.
        }
    }

    private void send(String path, List<Map<String, Object>> records) throws IOException, InterruptedException {
        Sender sender = pick(SENDERS);
        HttpRequest request = HttpRequest.newBuilder(URI.create(uri + path + sender.query()))
                .header("User-Agent", sender.userAgent())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(CanonicalText.of(records)))
                .build();
        client.send(request, BodyHandlers.discarding());
    }

    private Map<String, Object> user() {
        Map<String, Object> record = new TreeMap<>(Map.of("$token", token, "$distinct_id", pick(USERS)));
        switch (random.nextInt(9)) {
            case 0 -> record.put("$set", Map.of("plan", pick(PLANS), "seats", random.nextInt(1, 50)));
            case 1 -> record.put("$set_once", Map.of("first_page", "/" + pick(TAGS)));
            case 2 -> record.put("$union", Map.of("tags", List.of(pick(TAGS), pick(TAGS))));
            case 3 -> record.put("$append", Map.of("orders", Map.of("total", random.nextInt(900) / 10.0)));
            case 4 -> record.put("$remove", Map.of("tags", pick(TAGS)));
            case 5 -> record.put("$merge", Map.of("settings", Map.of(pick(TAGS), random.nextBoolean())));
            case 6 -> mistaken(record);
            default -> record.put("$add", Map.of("visits", 1, "minutes", random.nextInt(1, 30)));
        }
        return record;
    }

    /**
     * Adds a mistake of a program: a string instead of a number, a number added to a string, the removal of a property
     * that does not exist, or no project.
     */
    private void mistaken(Map<String, Object> record) {
        switch (random.nextInt(4)) {
            case 0 -> record.put("$add", Map.of("visits", "1"));
            case 1 -> record.put("$add", Map.of("plan", 1));
            case 2 -> record.put("$unset", List.of("seats", "no_such_property"));
            default -> {
                record.remove("$token");
                record.put("$set", Map.of("plan", pick(PLANS)));
            }
        }
    }

    private List<Map<String, Object>> group() {
        return List.of(Map.of(
                "$token",
                token,
                "$group_key",
                "company",
                "$group_id",
                pick(List.of("acme", "globex", "initech")),
                "$set",
                Map.of("employees", random.nextInt(1, 500), "plan", pick(PLANS))));
    }

    private List<Map<String, Object>> identity() {
        String user = pick(USERS);
        return List.of(Map.of(
                "event",
                "$create_alias",
                "properties",
                Map.of("token", token, "distinct_id", user, "alias", user + "@example.com")));
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** Stops the traffic. */
    void stop() {
        thread.interrupt();
    }
}
