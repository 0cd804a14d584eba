package io.github.profileengine.testdouble.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.testdouble.DoubleClient;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InspectorResourceTest extends AdminFixture {
    private DoubleClient client;

    @BeforeEach
    void connect() {
        client = new DoubleClient(engage);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/__double/", "/__double"})
    void page_withAndWithoutASlash_isServedUnderAStrictPolicy(String path) throws Exception {
        HttpResponse<String> page = client.get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValue("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
                        + "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.body()).contains("/__double/inspector/app.js").doesNotContain("<style", "style=", "onclick");
    }

    @Test
    void file_thatTheClientHas_isNotSentAgain() throws Exception {
        String tag = client.get("/__double/inspector/app.js")
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        HttpResponse<String> again = admin.getWith("/inspector/app.js", "If-None-Match", tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(admin.getWith("/inspector/app.js", "If-None-Match", "\"old\"")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "InspectorFiles.class",
                "..%2Fadmin%2Fopenapi.json",
                "%2Fetc%2Fpasswd",
                "..%5Cindex.html",
                "index.html%00",
                "package-info.class",
                "none.js",
            })
    void file_notOnTheList_isNotFound(String name) throws Exception {
        assertThat(client.get("/__double/inspector/" + name).statusCode()).isEqualTo(404);
    }

    @Test
    void root_askedForByABrowser_leadsToThePage() throws Exception {
        HttpResponse<String> answer = client.send(
                client.request("/").header("Accept", "text/html,*/*").GET());

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("/__double/");
        assertThat(client.get("/").statusCode()).isEqualTo(404);
    }

    @Test
    void page_fromALinkOfAnotherSite_isShownAndNothingElseIs() throws Exception {
        assertThat(visited("/__double/", "navigate", "document")).isEqualTo(200);
        assertThat(visited("/__double/", "navigate", "iframe")).isEqualTo(403);
        assertThat(visited("/__double/", "cors", "empty")).isEqualTo(403);
        assertThat(visited("/__double/health", "navigate", "document")).isEqualTo(403);
    }

    private int visited(String path, String mode, String destination) throws Exception {
        return client.send(client.request(path)
                        .header("Sec-Fetch-Site", "cross-site")
                        .header("Sec-Fetch-Mode", mode)
                        .header("Sec-Fetch-Dest", destination)
                        .GET())
                .statusCode();
    }
}
