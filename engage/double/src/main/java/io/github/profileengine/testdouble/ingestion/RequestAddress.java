package io.github.profileengine.testdouble.ingestion;

import io.github.profileengine.testdouble.exchange.WireRequest;

/**
 * The address of who sent a request. Behind a proxy it is the first one of {@code X-Forwarded-For}, else that of
 * {@code X-Real-IP}; but anyone can write these headers, so they count only where they are trusted.
 */
final class RequestAddress {
    private RequestAddress() {}

    static String of(WireRequest request, boolean trustForwarded) {
        String remote = request.journaled().remoteAddress();
        if (!trustForwarded) {
            return remote;
        }
        return request.header("X-Forwarded-For")
                .map(addresses -> addresses.split(",", 2)[0].strip())
                .filter(address -> !address.isEmpty())
                .or(() -> request.header("X-Real-IP").map(String::strip))
                .orElse(remote);
    }
}
