package io.github.profileengine.testdouble.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.testdouble.journal.Bytes;
import io.github.profileengine.testdouble.journal.JournaledRequest;
import io.github.profileengine.testdouble.journal.Sdk;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether senders are recognized, by what official SDKs really sent. */
class SdkRecognitionTest {

    @ParameterizedTest
    @CsvSource({
        "mixpanel-browser-2.83.0,BROWSER",
        "mixpanel-node-0.24.0,NODE",
        "mixpanel-python-5.3.0,PYTHON",
        "mixpanel-go-v2.0.0-beta.2,GO",
        "mixpanel-java-1.6.1,JAVA",
    })
    void sdk_ofEveryCapturedRequest_isItsClient(String client, Sdk expected) {
        List<CapturedRequest> captured = CapturedRequest.of(client);

        assertThat(captured)
                .isNotEmpty()
                .allSatisfy(request -> assertThat(Sdk.of(parsed(request.bytes())))
                        .as("%s", request)
                        .isEqualTo(expected));
    }

    private static JournaledRequest parsed(byte[] bytes) {
        String head = new String(bytes, StandardCharsets.ISO_8859_1).split("\r\n\r\n", 2)[0];
        String[] lines = head.split("\r\n");
        String[] words = lines[0].split(" ");
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (int at = 1; at < lines.length; at++) {
            String[] header = lines[at].split(": ?", 2);
            headers.computeIfAbsent(header[0], name -> new ArrayList<>()).add(header[1]);
        }
        return request(words[0], words[1], headers);
    }

    private static JournaledRequest request(String method, String target, Map<String, List<String>> headers) {
        return new JournaledRequest(Instant.EPOCH, method, target, headers, "127.0.0.1", Bytes.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Dalvik/2.1.0 (Linux; U; Android 14)|/engage/?ip=1|ANDROID",
                "App/1 CFNetwork/1494.0.7 Darwin/23.4.0|/engage/?ip=1|APPLE",
                "UnityPlayer/2022.3|/engage/?ip=1|UNITY",
                "okhttp/4.12.0|/engage/?ip=1|REACT_NATIVE",
                "Ruby|/engage|RUBY",
                "Python-urllib/3.11|/engage?verbose=1|PYTHON_UTILS",
                "curl/8.5.0|/engage|CURL",
                "Mozilla/5.0|/engage|OTHER",
                "Java/17|/engage|OTHER",
            })
    void sdk_ofOthers_isToldByTheUserAgent(String agent, String target, Sdk expected) {
        assertThat(Sdk.of(request("POST", target, Map.of("User-Agent", List.of(agent)))))
                .isEqualTo(expected);
    }

    @Test
    void sdk_ofNoUserAgent_isToldByTheQuery() {
        assertThat(Sdk.of(request("POST", "/engage", Map.of()))).isEqualTo(Sdk.PHP);
        assertThat(Sdk.of(request("GET", "/engage?data=x", Map.of()))).isEqualTo(Sdk.OTHER);
    }

    /**
     * Behind a proxy, the page of a browser SDK may have the same origin as the double. The try-it form sends no time.
     */
    @ParameterizedTest
    @CsvSource({"/engage?verbose=1,INSPECTOR", "/engage?data=x,INSPECTOR", "/engage?verbose=1&_=1,BROWSER"})
    void sdk_ofAPageOfTheDoublesOrigin_isToldByTheQuery(String target, Sdk expected) {
        assertThat(Sdk.of(request(
                        "POST",
                        target,
                        Map.of(
                                "User-Agent", List.of("Mozilla/5.0"),
                                "Host", List.of("localhost:1"),
                                "Origin", List.of("http://localhost:1")))))
                .isEqualTo(expected);
        assertThat(Sdk.of(request(
                        "GET",
                        target,
                        Map.of("User-Agent", List.of("Mozilla/5.0"), "Sec-Fetch-Site", List.of("same-origin")))))
                .isEqualTo(expected);
    }
}
