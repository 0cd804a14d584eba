package io.github.profileengine.testdouble;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.testdouble.admin.Admin;
import io.github.profileengine.testdouble.journal.Baselines;
import io.github.profileengine.testdouble.journal.Pulse;
import io.github.profileengine.wire.JsonText;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the description that a double serves with the double that serves it. */
class DescriptionTest {
    private static final String RECORD = "{\"$token\":\"shop\",\"$distinct_id\":\"u1\",";

    private EngageDouble engage;
    private DoubleClient client;

    @BeforeEach
    void start() throws Exception {
        engage = EngageDouble.start();
        client = new DoubleClient(engage);
        client.json("/engage", "[" + RECORD + "\"$set\":{\"credits\":\"none\"}},{\"$distinct_id\":\"u1\"}]");
        client.json("/__double/forks", "{\"name\":\"before\"}");
        client.json("/engage", RECORD + "\"$add\":{\"credits\":1},\"$set\":{\"plan\":null}}");
        client.json(
                "/groups",
                "{\"$token\":\"shop\",\"$group_key\":\"company\",\"$group_id\":\"acme\",\"$set\":{\"a\":1}}");
        client.json(
                "/track",
                "[{\"event\":\"$create_alias\",\"properties\":"
                        + "{\"token\":\"shop\",\"distinct_id\":\"u1\",\"alias\":\"a1\"}},"
                        + "{\"event\":\"bought\",\"properties\":{\"token\":\"shop\"}},{\"event\":\"x\"}]");
    }

    @AfterEach
    void stop() {
        engage.close();
    }

    private static List<DescribedOperation> described(DoubleClient client) throws Exception {
        return DescribedOperation.all(
                object(client.get("/__double/openapi.json").body()));
    }

    @SuppressWarnings("unchecked") // names in JSON are texts
    private static Map<String, Object> object(String json) {
        return (Map<String, Object>) JsonText.read(json);
    }

    static List<DescribedOperation> operations() throws Exception {
        try (EngageDouble engage = EngageDouble.start()) {
            return described(new DoubleClient(engage));
        }
    }

    static List<DescribedOperation> adminOperations() throws Exception {
        return operations().stream().filter(DescribedOperation::isAdmin).toList();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void operation_itsExamples_answersAsDescribed(DescribedOperation operation) throws Exception {
        operation.assertDescribes(client.send(operation.request(client)), 200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|/__double/profiles|?token=shop",
                "GET|/__double/profiles|?token=shop&limit=1",
                "GET|/__double/profiles|?token=shop&offset=1",
                "GET|/__double/profiles|?token=shop&view=preview",
                "GET|/__double/timeline|?token=shop&distinct_id=u1&at=1",
                "GET|/__double/profiles|?token=shop&group_key=company&group_id=acme",
                "GET|/__double/profiles|?token=shop&distinct_id=nobody",
                "GET|/__double/journal|",
                "GET|/__double/journal|?limit=1&order=newest",
                "GET|/__double/outcomes|?distinct_id=u1&show=all",
                "GET|/api/query/engage|?where=defined(properties%5B%22plan%22%5D)",
            })
    void operation_otherParameters_answersAsDescribed(String method, String path, String query) throws Exception {
        DescribedOperation operation = find(method + " " + path);

        operation.assertDescribes(client.get(path + (query == null ? "" : query)), 200);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4"})
    void journalEntry_ofEachKind_isAsDescribed(int number) throws Exception {
        find("GET /__double/journal/{number}").assertDescribes(client.get("/__double/journal/" + number), 200);
    }

    @Test
    void faults_atWork_areAsDescribed() throws Exception {
        String plan = "{\"seed\":1,\"redelivery\":{\"token\":\"shop\",\"duplicate\":0.5,\"drop\":0.5},"
                + "\"rules\":[{\"kind\":\"status\",\"status\":503,\"token\":\"other\"}]}";
        client.send(client.request("/__double/faults").PUT(BodyPublishers.ofString(plan)));
        for (int number = 0; number < 20; number++) {
            client.json("/engage", RECORD + "\"$add\":{\"n" + number + "\":1}}");
            client.json(
                    "/groups",
                    "{\"$token\":\"shop\",\"$group_key\":\"company\",\"$group_id\":\"g" + number + "\",\"$set\":{}}");
        }
        HttpResponse<String> report = client.get("/__double/faults/report");

        find("GET /__double/faults/report").assertDescribes(report, 200);
        assertThat(report.body()).contains("\"$group_id\"", "\"$distinct_id\"", "\"blame\":[{");
        find("GET /__double/faults").assertDescribes(client.get("/__double/faults"), 200);
        assertThat(client.json("/engage", RECORD.replace("shop", "other") + "\"$set\":{}}")
                        .statusCode())
                .isEqualTo(503);
        find("GET /__double/journal").assertDescribes(client.get("/__double/journal?order=newest"), 200);
        find("GET /__double/journal/{number}").assertDescribes(client.get("/__double/journal/5"), 200);
        find("GET /__double/outcomes")
                .assertDescribes(client.get("/__double/outcomes?token=shop&distinct_id=u1&show=all"), 200);
        HttpResponse<String> refused = client.get("/__double/outcomes?token=other&distinct_id=u1");
        find("GET /__double/outcomes").assertDescribes(refused, 200);
        assertThat(refused.body()).contains("\"disturbed\":[{");
        assertThat(client.get("/__double/journal/5").body()).contains("\"injected\":\"injected: record 1 ");
        assertThat(client.get("/__double/journal?order=newest&limit=1").body()).contains("injected: status 503");
    }

    @ParameterizedTest
    @CsvSource({"verbose=1,200", "strict=1,400", "callback=seen,200"})
    void ingestion_otherShapes_areAsDescribed(String query, int status) throws Exception {
        find("POST /engage").assertDescribes(client.json("/engage?" + query, "[{\"$distinct_id\":\"u1\"}]"), status);
        find("POST /import").assertDescribes(client.json("/import?" + query, "[{\"event\":\"x\"}]"), status);
    }

    private DescribedOperation find(String name) throws Exception {
        return described(client).stream()
                .filter(operation -> operation.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("adminOperations")
    void adminOperation_unknownParameter_answers400AsDescribed(DescribedOperation operation) throws Exception {
        operation.assertDescribes(
                client.send(client.request(operation.examplePath() + "?nonsense=1")
                        .method(operation.method(), BodyPublishers.noBody())),
                400);
    }

    @ParameterizedTest
    @MethodSource("adminOperations")
    void adminOperation_foreignOrigin_answers403AsDescribed(DescribedOperation operation) throws Exception {
        operation.assertDescribes(client.send(operation.request(client).header("Origin", "http://evil.example")), 403);
    }

    @Test
    void adminPath_methodThatIsNotDescribed_answers405AsDescribed() throws Exception {
        Map<String, List<DescribedOperation>> byPath =
                adminOperations().stream().collect(Collectors.groupingBy(DescribedOperation::examplePath));
        for (Map.Entry<String, List<DescribedOperation>> path : byPath.entrySet()) {
            Set<String> others = new HashSet<>(Set.of("GET", "POST", "PUT", "DELETE"));
            path.getValue().forEach(operation -> others.remove(operation.method()));
            for (String method : others) {
                path.getValue()
                        .get(0)
                        .assertDescribes(
                                client.send(client.request(path.getKey()).method(method, BodyPublishers.noBody())),
                                405);
            }
        }
        assertThat(byPath).hasSizeGreaterThan(10);
    }

    @Test
    void routes_ofTheDouble_areThoseDescribed() throws Exception {
        Admin admin = new Admin(new DoubleSteering(
                engage,
                new Baselines(),
                new Pulse(InstantSource.system(), () -> 0, engage.engine()::stats),
                EngageDouble.builder()));
        Set<String> served = engage.paths().stream()
                .filter(path -> !path.startsWith(Admin.ROOT) && !path.equals("/"))
                .map(path -> path.replace("*", "{below}"))
                .flatMap(path -> Stream.of("GET " + path, "POST " + path))
                .collect(Collectors.toCollection(TreeSet::new));
        served.addAll(admin.operations());

        assertThat(described(client))
                .extracting(DescribedOperation::toString)
                .containsExactlyInAnyOrderElementsOf(served);
    }
}
