package io.github.profileengine.wire.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RequestParametersProperties {

    @Property
    void ofQuery_whatTheJdkEncoded_isReadBack(@ForAll("parameters") Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        RequestParameters read = RequestParameters.ofQuery(query);
        assertThat(read.names()).containsExactlyElementsOf(parameters.keySet());
        parameters.forEach((name, value) -> assertThat(read.first(name)).hasValue(value));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Provide
    Arbitrary<Map<String, String>> parameters() {
        Arbitrary<String> texts = Arbitraries.strings().ofMaxLength(8).map(text -> text.replaceAll("\\p{Cs}", "?"));
        return Arbitraries.maps(texts, texts).ofMaxSize(5);
    }
}
