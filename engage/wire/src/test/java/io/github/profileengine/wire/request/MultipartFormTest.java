package io.github.profileengine.wire.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartFormTest {

    private static final String DATA = "--x\r\nContent-Disposition: form-data; name=\"data\"\r\n\r\n";

    private static DecodedRequest decode(String body, String type) {
        return new RequestDecoder(RequestBounds.defaults().withMaxParameters(3))
                .decode("POST", null, type, List.of(), Packing.utf8(body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "multipart/form-data; boundary=x",
                "Multipart/Form-Data; charset=UTF-8;Boundary=\"x\"",
            })
    void decode_fields_haveExactBytes(String type) {
        DecodedRequest request = decode(
                "--x\r\ncontent-disposition: form-data; filename=\"f\"; name=\"data\"\r\n\r\n[\r\n+%20]\r\n"
                        + "--x\r\nContent-Disposition: form-data; name=ip; filename=f\r\n\r\n\r\n--x--\r\n",
                type);
        assertThat(request.json()).isEqualTo(Packing.utf8("[\r\n+%20]"));
        assertThat(request.parameters().first("ip")).hasValue("");
        assertThat(request.parameters().names()).containsExactly("data", "ip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=y"})
    void decode_withoutItsBoundary_isAFault(String type) {
        assertThat(decode(DATA + "[]\r\n--x--\r\n", type).fault())
                .hasValue(RequestFault.bad("body, invalid multipart form"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--",
                "--x",
                "--x\r\n",
                "--x\r\n\r\n[]",
                "--x\r\n\r\n[]\r\n--x--",
                DATA + "[]",
                DATA + "[]\r\n--x",
                DATA + "[]\r\n--x\r\n",
            })
    void decode_brokenForm_isAFault(String body) {
        assertThat(decode(body, "multipart/form-data; boundary=x").fault())
                .hasValue(RequestFault.bad("body, invalid multipart form"));
    }

    /** Other headers and quoted parameters may hold what looks like a name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: application/json; name=\"f.json\"\r\nContent-Disposition: form-data; name=\"data\"",
                "Content-Disposition: form-data; filename=\"x; name=y\"; name=\"data\"",
                "Content-Disposition: form-data; filename=\"x\\\"; name=y\"; name=data; size=2",
                "content-disposition:form-data ;x; NAME = data",
            })
    void decode_fieldName_isThatOfItsDisposition(String headers) {
        DecodedRequest request =
                decode("--x\r\n" + headers + "\r\n\r\n[]\r\n--x--\r\n", "multipart/form-data; boundary=x");

        assertThat(request.fault()).isEmpty();
        assertThat(request.parameters().names()).containsExactly("data");
    }

    @Test
    void decode_partWithoutDisposition_isAFault() {
        String named = "--x\r\nContent-Type: text/plain; name=data\r\n\r\n[]\r\n--x--\r\n";
        assertThat(decode(named, "multipart/form-data; boundary=x").fault())
                .hasValue(RequestFault.bad("body, invalid multipart form"));
    }

    @Test
    void decode_formWithoutFields_missesItsData() {
        assertThat(decode("--x--", "multipart/form-data; boundary=x").fault()).hasValue(RequestFault.DATA_MISSING);
    }

    @Test
    void decode_tooManyFields_isAFault() {
        String field = DATA + "[]\r\n";
        assertThat(decode(field.repeat(3) + "--x--", "multipart/form-data; boundary=x")
                        .fault())
                .isEmpty();
        assertThat(decode(field.repeat(4) + "--x--", "multipart/form-data; boundary=x")
                        .fault())
                .hasValue(RequestFault.bad("parameters, over 3"));
    }
}
