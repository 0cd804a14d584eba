package io.github.profileengine.testdouble;

import static io.github.profileengine.testdouble.PayloadRow.FORM;
import static io.github.profileengine.testdouble.PayloadRow.GZIP;
import static io.github.profileengine.testdouble.PayloadRow.JSON;
import static io.github.profileengine.testdouble.PayloadRow.base64;
import static io.github.profileengine.testdouble.PayloadRow.bytes;
import static io.github.profileengine.testdouble.PayloadRow.cut;
import static io.github.profileengine.testdouble.PayloadRow.damaged;
import static io.github.profileengine.testdouble.PayloadRow.followedBy;
import static io.github.profileengine.testdouble.PayloadRow.form;
import static io.github.profileengine.testdouble.PayloadRow.gzip;
import static io.github.profileengine.testdouble.PayloadRow.json;
import static io.github.profileengine.testdouble.PayloadRow.utf8;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Ways to damage a payload. */
final class MalformedPayloads {
    private static final String MISSING = "data, missing or empty";
    private static final String NOT_BASE64 = "data, invalid base64 encoding";
    private static final String NOT_JSON = "json, ";
    static final String GOOD = "{\"$token\":\"shop\",\"$distinct_id\":\"u1\",\"$set\":{\"name\":\"Ada\"}}";
    private static final byte[] PACKED = gzip(utf8(GOOD));

    private MalformedPayloads() {}

    private static Stream<PayloadRow> jsonTexts() {
        return Stream.of(
                        "{",
                        "[",
                        "[{",
                        "{\"a\"",
                        "{\"a\":",
                        "{\"a\":1",
                        "{\"a\":\"b",
                        "[{}",
                        "[{},",
                        "[{},]",
                        "[,{}]",
                        "[{} {}]",
                        "{}}",
                        "{}{}",
                        "{} x",
                        "[] []",
                        "[}",
                        "{]",
                        "[{\"a\":1}}",
                        "{\"a\":1,}",
                        "{,\"a\":1}",
                        "{\"a\" 1}",
                        "{\"a\"::1}",
                        "{:1}",
                        "{1:1}",
                        "{a:1}",
                        "{'a':1}",
                        "{\"a\":'b'}",
                        "{\"a\":NaN}",
                        "{\"a\":Infinity}",
                        "{\"a\":-}",
                        "{\"a\":01}",
                        "{\"a\":+1}",
                        "{\"a\":.5}",
                        "{\"a\":1.}",
                        "{\"a\":1e}",
                        "{\"a\":0x1}",
                        "{\"a\":1_000}",
                        "{\"a\":tru}",
                        "{\"a\":True}",
                        "{\"a\":undefined}",
                        "{\"a\":\"\\x\"}",
                        "{\"a\":\"\\u12\"}",
                        "{\"a\":\"\\u12gh\"}",
                        "{\"a\":\"\n\"}",
                        "{\"a\":\"\u0000\"}",
                        "{\"a\":1}//",
                        "{/* */}",
                        "[\u00a0]",
                        "[\u0000]",
                        "\ufeff{",
                        "[".repeat(100_000),
                        "{\"a\":".repeat(100_000),
                        "\"{\"",
                        "\"[1,]\"",
                        "\"{\\\"a\\\":1\"",
                        "\"unclosed",
                        "\"\\x\"")
                .map(text -> json(text, NOT_JSON));
    }

    private static Stream<PayloadRow> bytesThatAreNoText() {
        return Stream.of(
                bytes(JSON, new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xFF, '"', '}'}, NOT_JSON),
                bytes(JSON, new byte[] {'[', '"', (byte) 0xC0, (byte) 0xAF, '"', ']'}, NOT_JSON),
                bytes(JSON, new byte[] {'[', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', ']'}, NOT_JSON),
                bytes(
                        JSON,
                        new byte[] {'[', '"', (byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80, '"', ']'},
                        NOT_JSON),
                bytes(JSON, new byte[] {'[', '"', (byte) 0xE2, (byte) 0x82}, NOT_JSON),
                bytes(JSON, GOOD.getBytes(StandardCharsets.UTF_16), NOT_BASE64),
                bytes(JSON, GOOD.getBytes(StandardCharsets.UTF_16LE), NOT_JSON),
                bytes(JSON, GOOD.getBytes(StandardCharsets.UTF_16BE), NOT_BASE64),
                bytes(JSON, new byte[1_000], NOT_BASE64),
                bytes("", new byte[] {(byte) 0x80, (byte) 0x81}, NOT_BASE64));
    }

    private static Stream<PayloadRow> packings() {
        return Stream.of(
                json("", MISSING),
                json(" \r\n\t ", MISSING),
                json("\ufeff", MISSING),
                json("[]", MISSING),
                json("\"\"", MISSING),
                json("\" \"", MISSING),
                json("null", NOT_BASE64),
                json("true", NOT_BASE64),
                json("1234", NOT_BASE64),
                json("12.5", NOT_BASE64),
                json("hello there", NOT_BASE64),
                json("<xml/>", NOT_BASE64),
                form("data", NOT_BASE64),
                form("data=", MISSING),
                form("data=+", MISSING),
                form("data=%20%0A", MISSING),
                form("=", MISSING),
                form("&&&", NOT_BASE64),
                form("other=1", MISSING),
                form("Data=e30", MISSING),
                form("verbose=0&strict=0", MISSING),
                form("data=[]", MISSING),
                form("data=W10", MISSING),
                form("data=%22%22", MISSING),
                form("data=%", NOT_BASE64),
                form("data=%zz", NOT_BASE64),
                form("data=%7", NOT_BASE64),
                form("data=%7B", NOT_JSON),
                form("data=%5B%7B%7D", NOT_JSON),
                form("data=%FF%FE", NOT_BASE64),
                form("data=!!!!", NOT_BASE64),
                form("data=====", NOT_BASE64),
                form("data=e", NOT_BASE64),
                form("data=e30===", NOT_BASE64),
                form("data=e=30", NOT_BASE64),
                form("data=e30=e30=", NOT_BASE64),
                form("data=e3*0", NOT_BASE64),
                form("data=%00", NOT_BASE64),
                form("data=%22unclosed", NOT_JSON),
                base64(new byte[] {(byte) 0xFF, (byte) 0xFE, 0}, NOT_BASE64),
                base64(utf8("{"), NOT_JSON),
                base64(utf8("[{}"), NOT_JSON),
                base64(utf8("plain"), NOT_JSON),
                base64(utf8("1"), NOT_JSON),
                base64(utf8(" "), MISSING),
                base64(gzip(utf8(GOOD)), NOT_BASE64),
                base64(utf8("eyIkdG9rZW4iOiJ0In0="), NOT_JSON),
                form("a=1&".repeat(1_001), "parameters, over 1000"));
    }

    private static Stream<PayloadRow> codings() {
        return Stream.of(
                bytes(GZIP, utf8(GOOD), "body, not gzip although Content-Encoding says so"),
                bytes(GZIP, cut(PACKED, 2), "body, "),
                bytes(GZIP, cut(PACKED, 10), "body, "),
                bytes(GZIP, cut(PACKED, 20), "body, "),
                bytes(GZIP, cut(PACKED, PACKED.length - 8), "body, "),
                bytes(GZIP, cut(PACKED, PACKED.length - 1), "body, "),
                bytes(GZIP, damaged(PACKED, 2), "body, "),
                bytes(GZIP, damaged(PACKED, 20), "body, "),
                bytes(GZIP, damaged(PACKED, -1), "body, "),
                bytes(GZIP, damaged(PACKED, -8), "body, "),
                bytes(GZIP, followedBy(PACKED, utf8("x")), "body, "),
                bytes(JSON, cut(PACKED, 30), "body, "),
                bytes(GZIP, gzip(PACKED), NOT_BASE64),
                bytes(GZIP, gzip(new byte[0]), MISSING),
                bytes(GZIP, gzip(utf8("{")), NOT_JSON),
                bytes(GZIP, new byte[0], MISSING),
                bytes(FORM + "Content-Encoding: gzip\r\n", gzip(utf8("data=%")), NOT_BASE64),
                bytes(JSON + "Content-Encoding: br\r\n", utf8(GOOD), "content encoding, only gzip is supported"),
                bytes(JSON + "Content-Encoding: deflate\r\n", utf8(GOOD), "content encoding, only gzip is supported"),
                bytes(
                        JSON + "Content-Encoding: gzip, gzip\r\n",
                        gzip(PACKED),
                        "content encoding, gzip may be applied only once"),
                bytes(
                        GZIP + "Content-Encoding: gzip\r\n",
                        gzip(PACKED),
                        "content encoding, gzip may be applied only once"),
                bytes(JSON + "Content-Encoding: \u001bbr\r\n", utf8(GOOD), "content encoding, only gzip is supported"));
    }

    private static Stream<PayloadRow> multipartForms() {
        String invalid = "body, invalid multipart form";
        String type = "Content-Type: multipart/form-data; boundary=b\r\n";
        return Stream.of(
                bytes(type, utf8("--b\r\nContent-Disposition: form-data; name=\"data\"\r\n\r\n" + GOOD), invalid),
                bytes(
                        type,
                        utf8("--b\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\n1\r\n--b--\r\n"),
                        MISSING),
                bytes(type, utf8("--b--\r\n"), MISSING),
                bytes(type, utf8("--other\r\n\r\n\r\n--other--\r\n"), invalid),
                bytes(type, utf8("--b\r\n\r\n" + GOOD + "\r\n--b--\r\n"), invalid),
                bytes("Content-Type: multipart/form-data\r\n", utf8("--b\r\n\r\n" + GOOD + "\r\n--b--\r\n"), invalid));
    }

    private static Stream<PayloadRow> records() {
        return Stream.of(
                json("{}", "$token, missing or empty"),
                json("[{}]", "$token, missing or empty"),
                form("data=e30", "$token, missing or empty"),
                base64(utf8("[{}]"), "$token, missing or empty"),
                json("[null]", "json, not an object"),
                json("[1,\"x\",[],true]", "json, not an object"),
                json(GOOD.replace("\"shop\"", "\"\""), "$token, missing or empty"),
                json(GOOD.replace("\"shop\"", "7"), "$token, "),
                json(GOOD.replace("\"u1\"", "null"), "$distinct_id, missing or empty"),
                json(GOOD.replace("\"u1\"", "{}"), "$distinct_id, "),
                json(GOOD.replace("\"u1\"", "1.5"), "$distinct_id, "),
                json(GOOD.replace("\"Ada\"", "1e999"), "json, a number beyond the range of a double"),
                json(GOOD.replace("\"Ada\"", "\"\\ud800\""), "json, a text with an unpaired surrogate"),
                json(GOOD.replace("\"Ada\"", "1".repeat(1_001)), "json, a number of over 1000 characters"),
                json(GOOD.replace("\"Ada\"", "[".repeat(101) + "]".repeat(101)), "json, nested over 100 levels"),
                json(
                        GOOD.replace("\"Ada\"", "\"" + "x".repeat(1 << 20) + "\""),
                        "json, a record of over 1048576 bytes"),
                json(GOOD.replace("$set", "$bet"), "$bet, unknown operator"),
                json(GOOD.replace("$set", "$add").replace("{\"name\":\"Ada\"}", "5"), "$add, not an object"),
                json(GOOD.replace("$set", "set"), "operator, missing or empty"),
                json("[" + "{},".repeat(2_000) + "{}]", "json, a list of over 2000 records"));
    }

    static Stream<PayloadRow> rows() {
        return Stream.of(jsonTexts(), bytesThatAreNoText(), packings(), codings(), multipartForms(), records())
                .flatMap(rows -> rows);
    }
}
