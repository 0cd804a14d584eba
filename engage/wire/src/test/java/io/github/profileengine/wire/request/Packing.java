package io.github.profileengine.wire.request;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/** The ways in which clients pack JSON. */
enum Packing {
    JSON_BODY {
        @Override
        byte[] pack(String json) {
            return utf8(json);
        }
    },
    JSON_IN_TEXT {
        @Override
        byte[] pack(String json) {
            return utf8('"' + json.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
        }
    },
    JSON_FORM {
        @Override
        byte[] pack(String json) {
            return form(json);
        }
    },
    BASE64_FORM {
        @Override
        byte[] pack(String json) {
            return form(Base64.getEncoder().encodeToString(utf8(json)));
        }
    },
    URL_SAFE_FORM {
        @Override
        byte[] pack(String json) {
            return form(Base64.getUrlEncoder().withoutPadding().encodeToString(utf8(json)));
        }
    },
    RAW_BASE64_FORM {
        @Override
        byte[] pack(String json) {
            return utf8("data=" + Base64.getEncoder().encodeToString(utf8(json)) + "&verbose=1");
        }
    },
    BASE64_BODY {
        @Override
        byte[] pack(String json) {
            return utf8(Base64.getEncoder().encodeToString(utf8(json)));
        }
    },
    WRAPPED_BASE64_BODY {
        @Override
        byte[] pack(String json) {
            return utf8(Base64.getMimeEncoder().encodeToString(utf8(json)) + "\n");
        }
    },
    URL_SAFE_BODY {
        @Override
        byte[] pack(String json) {
            return utf8(Base64.getUrlEncoder().encodeToString(utf8(json)));
        }
    },
    MULTIPART {
        @Override
        byte[] pack(String json) {
            return utf8("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"ip\"\r\n\r\n0\r\n--" + BOUNDARY
                    + "\r\nContent-Disposition: form-data; name=\"data\"\r\nContent-Type: text/plain\r\n\r\n" + json
                    + "\r\n--" + BOUNDARY + "--\r\n");
        }
    },
    GZIP_JSON {
        @Override
        byte[] pack(String json) {
            return gzip(utf8(json));
        }
    },
    GZIP_FORM {
        @Override
        byte[] pack(String json) {
            return gzip(BASE64_FORM.pack(json));
        }
    };

    static final String BOUNDARY = "----WebKitFormBoundary7MA4YWxkTrZu0gW";

    abstract byte[] pack(String json);

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] form(String data) {
        return utf8("verbose=1&data=" + URLEncoder.encode(data, StandardCharsets.UTF_8) + "&ip=0");
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
