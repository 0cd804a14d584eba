package io.github.profileengine.wire.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.wire.DecodedRecord;
import io.github.profileengine.wire.DecodedText;
import io.github.profileengine.wire.ReaderOptions;
import io.github.profileengine.wire.UpdateText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Quotes are written as apostrophes. */
class RequestDecoderTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final byte[] NO_BODY = {};

    private static DecodedRequest decode(String body) {
        return decode(body, null);
    }

    private static DecodedRequest decode(String body, String type) {
        byte[] bytes = Packing.utf8(body.replace('\'', '"'));
        return new RequestDecoder(RequestBounds.defaults()).decode("POST", null, type, List.of(), bytes);
    }

    private static DecodedRequest query(String method, String query, byte[] body) {
        return new RequestDecoder(RequestBounds.defaults()).decode(method, query, FORM, List.of(), body);
    }

    private static String json(DecodedRequest request) {
        assertThat(request.fault()).isEmpty();
        return new String(request.json(), StandardCharsets.UTF_8);
    }

    private static Optional<String> fault(DecodedRequest request) {
        assertThat(request.json()).isEmpty();
        return request.fault().map(fault -> fault.status() + " " + fault.message());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "[{}]; [{}]",
                "` \n\t[{}]\n`; ` \n\t[{}]\n`",
                "'[{}]'; [{}]",
                "data=[{}]; [{}]",
                "data=%5b%7B%7d%5D; [{}]",
                "ip=0&data={'a':'%2B+%25'}; {'a':'+ %'}",
                "data={'a':'%zz%4'}; {'a':'%zz%4'}",
                "data=W3t9XQ==; [{}]",
                "data=W3t9XQ%3D%3D; [{}]",
                "data=W3t9XQ=; [{}]",
                "data=W3t9XQ; [{}]",
                "data=+W3t9XQ+; [{}]",
                "data=W3t%0D%0A9XQ%3D%3D%0A; [{}]",
                "W3t9XQ==; [{}]",
                "W3t9XQ; [{}]",
                "`W3t9XQ==\n`; [{}]",
                "data='[{}]'; [{}]",
                "\ufeff'[{}]'; [{}]",
                "data=%EF%BB%BF'[{}]'; [{}]",
                "\ufeffdata=[{}]; [{}]",
                "data=[]&data=[{}]; []",
                "{'a':'x=y&data=z'}; {'a':'x=y&data=z'}",
            })
    void decode_body_isToldByItsBytes(String body, String json) {
        assertThat(json(decode(body))).isEqualTo(json.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "``; 400 data, missing or empty",
                "` \r\n\t `; 400 data, missing or empty",
                "\ufeff; 400 data, missing or empty",
                "&&&; 400 data, invalid base64 encoding",
                "*; 400 data, invalid base64 encoding",
                "data=; 400 data, missing or empty",
                "data=+%20%0A; 400 data, missing or empty",
                "data=%EF%BB%BF; 400 data, missing or empty",
                "data=%3D%3D; 400 data, missing or empty",
                "data=ICAg; 400 data, missing or empty",
                "data=''; 400 data, missing or empty",
                "data=&data=[{}]; 400 data, missing or empty",
                "verbose=; 400 data, missing or empty",
                "verbose=1&ip=1; 400 data, missing or empty",
                "Data=[{}]; 400 data, missing or empty",
                "=[{}]; 400 data, missing or empty",
                "data=*; 400 data, invalid base64 encoding",
                "data=W3t9X; 400 data, invalid base64 encoding",
                "data=W3=9; 400 data, invalid base64 encoding",
                "data=W3t9XQ====; 400 data, invalid base64 encoding",
                "data=%00; 400 data, invalid base64 encoding",
                "data=%F0%9F%98%80; 400 data, invalid base64 encoding",
                "data=hello+world!; 400 data, invalid base64 encoding",
                "<a/>; 400 data, invalid base64 encoding",
                "no json; 400 data, invalid base64 encoding",
                "<a b='c'/>; 400 data, missing or empty",
            })
    void decode_noPayload_saysSo(String body, String fault) {
        assertThat(fault(decode(body))).hasValue(fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "data=[{}; json, the input ends inside a list (line 1, column 4)",
                "data=[{}]x; json, unexpected character 'x' after the end of the JSON value (line 1, column 5)",
                "{'a':1,}; json, unexpected character '}' where a name in quotes is expected (line 1, column 8)",
                "'[{}]; json, the input ends inside a text in quotes (line 1, column 6)",
                "data='\\q'; json, unknown escape inside a text in quotes (line 1, column 2)",
                "data=aGVsbG8=; json, unexpected character 'h' where a value is expected (line 1, column 1)",
                "data=['%C0%AF']; json, invalid UTF-8",
                "data=['%ED%A0%80']; json, invalid UTF-8",
                "data=['%FF']; json, invalid UTF-8",
                "data=W8CvXQ==; json, invalid UTF-8",
                "data=%5B%C0%AF%5D; json, invalid UTF-8",
            })
    void decode_brokenJson_isLeftToItsReader(String body, String message) {
        DecodedText text = UpdateText.read(decode(body).json(), ReaderOptions.defaults());
        assertThat(text)
                .isInstanceOfSatisfying(
                        DecodedText.Failed.class,
                        failed -> assertThat(failed.message()).startsWith(message));
    }

    /** As some Java clients write them; here around a list that is itself a text. */
    @Test
    void decode_halfPairsOfThreeBytesInsideAText_becomeTheCharacter() {
        byte[] before = Packing.utf8("\"[{\\\"a\\\":\\\"");
        byte[] after = Packing.utf8("\\\"}]\"");
        byte[] halves = {(byte) 0xED, (byte) 0xA0, (byte) 0xBD, (byte) 0xED, (byte) 0xB8, (byte) 0x80};
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(before);
        body.writeBytes(halves);
        body.writeBytes(after);
        DecodedRequest request = new RequestDecoder(RequestBounds.defaults())
                .decode("POST", null, "application/json", List.of(), body.toByteArray());

        assertThat(json(request)).isEqualTo("[{\"a\":\"\ud83d\ude00\"}]");
    }

    @Test
    void decode_tooManyRecords_failAsAWhole() {
        ReaderOptions options = ReaderOptions.defaults().withMaxRecordsPerText(ReaderOptions.RECORDS_PER_REQUEST);
        String record = "{'$token':'t','$distinct_id':'u','$set':{}}";
        String most = "[" + record + ("," + record).repeat(1999);
        assertThat(UpdateText.read(decode("data=" + most + "]").json(), options))
                .isInstanceOf(DecodedText.Records.class);
        assertThat(UpdateText.read(decode("data=" + most + "," + record + "]").json(), options))
                .isInstanceOfSatisfying(
                        DecodedText.Failed.class,
                        failed -> assertThat(failed.message()).startsWith("json, a list of over 2000 records"));
    }

    @Test
    void decode_tooDeepRecord_failsAlone() {
        String record = "{'$token':'t','$distinct_id':'u','$set':{}}";
        String deep = "[" + record + ",{'a':" + "[".repeat(100_000) + "]".repeat(100_000) + "}," + record + "]";
        for (String body : List.of(deep, "data=" + deep)) {
            DecodedText text = UpdateText.read(decode(body).json(), ReaderOptions.defaults());
            assertThat(((DecodedText.Records) text).records().stream().map(each -> each instanceof DecodedRecord.Valid))
                    .containsExactly(true, false, true);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", FORM, "text/plain", "multipart/form-data", "image/png; x='", "", "/;;"})
    void decode_wrongContentType_changesNothing(String type) {
        assertThat(json(decode("[{}]", type))).isEqualTo("[{}]");
        assertThat(json(decode("data=W3t9XQ==", type))).isEqualTo("[{}]");
        assertThat(json(decode("W3t9XQ==", type))).isEqualTo("[{}]");
    }

    @Test
    void decode_queryAndForm_queryComesFirst() {
        DecodedRequest both = query("POST", "data=[1]&ip=1", Packing.utf8("data=[2]&ip=0&verbose=1"));
        assertThat(json(both)).isEqualTo("[1]");
        assertThat(both.parameters().first("ip")).hasValue("1");
        assertThat(both.parameters().first("verbose")).hasValue("1");
        assertThat(json(query("POST", "data=+&ip=1", Packing.utf8("data=[2]")))).isEqualTo("[2]");
        assertThat(json(query("POST", "data=", Packing.utf8("[2]")))).isEqualTo("[2]");
    }

    @Test
    void decode_get_knowsItsQueryOnly() {
        assertThat(json(query("GET", "data=W3t9XQ==&verbose=1", NO_BODY))).isEqualTo("[{}]");
        assertThat(fault(query("GET", "ip=1", Packing.utf8("[{}]")))).hasValue("400 data, missing or empty");
        assertThat(fault(query("GET", null, NO_BODY))).hasValue("400 data, missing or empty");
        assertThat(json(query("PUT", null, Packing.utf8("[{}]")))).isEqualTo("[{}]");
    }

    @Test
    void decode_fault_keepsParametersAndBody() {
        DecodedRequest request = query("POST", "verbose=1", Packing.utf8("data=*&ip=1"));
        assertThat(fault(request)).hasValue("400 data, invalid base64 encoding");
        assertThat(request.parameters().names()).containsExactly("verbose", "data", "ip");
        assertThat(request.body()).isEqualTo(Packing.utf8("data=*&ip=1"));
    }

    @Test
    void decode_bodyOverTheBound_isTooLarge() {
        RequestDecoder decoder = new RequestDecoder(RequestBounds.defaults().withMaxBodyBytes(6));
        assertThat(json(decoder.decode("POST", null, null, List.of(), Packing.utf8("[1234]"))))
                .isEqualTo("[1234]");
        DecodedRequest over = decoder.decode("POST", "data=[]&verbose=1", null, List.of(), Packing.utf8("[12345]"));
        assertThat(fault(over)).hasValue("413 request exceeds max limit of 6 bytes");
        assertThat(over.fault().orElseThrow().reason()).isEqualTo("Request Entity Too Large");
        assertThat(over.parameters().isOn("verbose")).isTrue();
    }

    @Test
    void decodeParameters_bodyOverTheBound_isTooLarge() {
        RequestDecoder decoder = new RequestDecoder(RequestBounds.defaults().withMaxBodyBytes(6));
        assertThat(fault(decoder.decodeParameters("a=1", null, List.of(), Packing.utf8("b=1234"))))
                .isEmpty();
        DecodedRequest over = decoder.decodeParameters("a=1", null, List.of(), Packing.utf8("b=12345"));
        assertThat(fault(over)).hasValue("413 request exceeds max limit of 6 bytes");
        assertThat(over.parameters().names()).containsExactly("a");
    }

    @Test
    void decode_tooManyParameters_isAFault() {
        RequestDecoder decoder = new RequestDecoder(RequestBounds.defaults().withMaxParameters(3));
        byte[] three = Packing.utf8("data=[]&a&b");
        byte[] four = Packing.utf8("data=[]&a&b&c");
        assertThat(json(decoder.decode("POST", "a&b&c", null, List.of(), three)))
                .isEqualTo("[]");
        assertThat(fault(decoder.decode("POST", "a&b&c", null, List.of(), four)))
                .hasValue("400 parameters, over 3");
        assertThat(fault(decoder.decode("POST", "a&b&c&d", null, List.of(), three)))
                .hasValue("400 parameters, over 3");
    }

    @Test
    void bounds_notPositive_areRefused() {
        assertThatThrownBy(() -> new RequestBounds(0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RequestBounds(1, -1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RequestBounds(1, 1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(RequestBounds.defaults()).isEqualTo(new RequestBounds(10_485_760, 67_108_864, 1000));
    }
}
