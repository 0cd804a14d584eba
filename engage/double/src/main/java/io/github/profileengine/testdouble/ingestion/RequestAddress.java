package io.github.profileengine.testdouble.ingestion;

import io.github.profileengine.location.IpAddress;
import io.github.profileengine.testdouble.exchange.WireRequest;
import java.util.stream.Stream;

/**
 * The address of the sender of a request. Behind a proxy it is the first address of {@code X-Forwarded-For}, else that
 * of {@code X-Real-IP}. Anyone can write these headers, so they count only if they are trusted.
 */
final class RequestAddress {
    private RequestAddress() {}

    static String of(WireRequest request, boolean trustForwarded) {
        String remote = request.journaled().remoteAddress();
        if (!trustForwarded) {
            return remote;
        }
        return Stream.concat(request.headers("X-Forwarded-For").stream(), request.headers("X-Real-IP").stream())
                .flatMap(value -> Stream.of(value.split(",")))
                .map(RequestAddress::withoutPort)
                .filter(address -> IpAddress.parse(address).isPresent())
                .findFirst()
                .orElse(remote);
    }

    /** Proxies may add a port, as in {@code 192.0.2.1:5555} and {@code [2001:db8::1]:80}. */
    private static String withoutPort(String text) {
        String address = text.strip();
        int bracket = address.indexOf(']');
        if (address.startsWith("[") && bracket > 0) {
            return address.substring(1, bracket);
        }
        int colon = address.indexOf(':');
        return colon > 0 && colon == address.lastIndexOf(':') ? address.substring(0, colon) : address;
    }
}
