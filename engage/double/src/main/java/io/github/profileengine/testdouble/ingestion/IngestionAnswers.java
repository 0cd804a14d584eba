package io.github.profileengine.testdouble.ingestion;

import io.github.profileengine.testdouble.exchange.CommonAnswers;
import io.github.profileengine.testdouble.exchange.UriText;
import io.github.profileengine.testdouble.exchange.WireAnswer;
import io.github.profileengine.testdouble.ingestion.Ingested.FailedRecord;
import io.github.profileengine.wire.request.RequestParameters;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The answers that SDKs expect, byte for byte. If several parameters shape the answer, {@code redirect} takes
 * precedence over {@code img}, that over {@code callback}, and {@code strict} over {@code verbose}.
 */
final class IngestionAnswers {
    static final String NO_DATA = "data, missing or empty";

    private static final String STRICT = "strict";
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;

    /** Others are refused: a server should send nobody to a {@code javascript:} address, for example. */
    private static final Pattern WEB_ADDRESS = Pattern.compile("(?i:https?)://[^/?#\\s\\p{Cntrl}][^\\p{Cntrl}]*");

    private static final Pattern FUNCTION = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$.\\[\\]]{0,127}");
    private static final byte[] PIXEL =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    private final boolean failLoudly;

    IngestionAnswers(boolean failLoudly) {
        this.failLoudly = failLoudly;
    }

    WireAnswer answer(Ingested ingested, RequestParameters parameters) {
        List<FailedRecord> failures = ingested.failures();
        boolean failed = ingested.fault() != null || !failures.isEmpty();
        List<FailedRecord> unknown =
                failures.stream().filter(FailedRecord::isOfUnknownProject).toList();
        int loud = unknown.isEmpty() ? BAD_REQUEST : UNAUTHORIZED;
        if (failLoudly && failed && !parameters.isOn(STRICT)) {
            return CommonAnswers.error(loud, error(ingested, unknown.isEmpty() ? failures : unknown));
        }
        if (parameters.isOn(STRICT)) {
            WireAnswer strict = failed
                    ? strictFailure(ingested, failures, failLoudly ? loud : BAD_REQUEST)
                    : strictSuccess(ingested);
            return failLoudly && failed ? strict : shaped(parameters, strict);
        }
        String error = ingested.accepted() > 0 ? null : error(ingested, failures);
        return shaped(parameters, plain(parameters, error));
    }

    private static WireAnswer plain(RequestParameters parameters, @Nullable String error) {
        return parameters.first("verbose").filter(IngestionAnswers::isVerbose).isPresent()
                ? WireAnswer.json(200, CommonAnswers.verbose(error))
                : WireAnswer.of(200, "text/plain", utf8(error == null ? "1" : "0"));
    }

    private static WireAnswer shaped(RequestParameters parameters, WireAnswer answer) {
        Optional<String> location = parameters
                .first("redirect")
                .filter(address -> WEB_ADDRESS.matcher(address).matches());
        if (location.isPresent()) {
            return WireAnswer.empty(302).with("Location", UriText.escaped(location.get()));
        }
        if (parameters.isOn("img")) {
            return WireAnswer.of(200, "image/gif", PIXEL).with("Cache-Control", "no-cache, no-store");
        }
        return parameters
                .first("callback")
                .filter(name -> FUNCTION.matcher(name).matches())
                .map(function -> calling(function, answer))
                .orElse(answer);
    }

    private static WireAnswer calling(String function, WireAnswer answer) {
        String script = function + "(" + answer.body().text() + ");";
        return WireAnswer.of(answer.status(), "text/javascript; charset=utf-8", utf8(script))
                .with("X-Content-Type-Options", "nosniff");
    }

    private static boolean isVerbose(String value) {
        return value.equals("1") || value.equals("2") || value.equals("true");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String error(Ingested ingested, List<FailedRecord> failures) {
        return ingested.fault() != null ? ingested.fault() : failures.get(0).message();
    }

    private static WireAnswer strictSuccess(Ingested ingested) {
        return WireAnswer.json(200, Map.of("code", 200, "num_records_imported", ingested.accepted(), "status", "OK"));
    }

    private static WireAnswer strictFailure(Ingested ingested, List<FailedRecord> failures, int status) {
        List<Map<String, Object>> records = new ArrayList<>();
        for (FailedRecord failure : failures) {
            Map<String, Object> record = new TreeMap<>(
                    Map.of("index", failure.index(), "field", failure.field(), "message", failure.message()));
            if (failure.insertId() != null) {
                record.put("insert_id", failure.insertId());
            }
            records.add(record);
        }
        String error =
                ingested.fault() != null ? ingested.fault() : "some data points in the request failed validation";
        return WireAnswer.json(
                status,
                Map.of(
                        "code", status,
                        "error", error,
                        "failed_records", records,
                        "num_records_imported", ingested.accepted(),
                        "status", status == UNAUTHORIZED ? "Unauthorized" : "Bad Request"));
    }
}
