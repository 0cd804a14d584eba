package io.github.profileengine.testdouble.http;

import io.github.profileengine.location.IpAddress;
import java.util.Locale;
import java.util.Set;

/**
 * Which names a server answers to. A page of a foreign site can make its own name lead to this machine, and then reads
 * answers as if they were its own; so only names that a foreign site cannot own are served: addresses,
 * {@code localhost}, those of the API that a test may redirect, and what the user allows.
 */
final class HostRule {
    private static final String LOCAL = "localhost";
    private static final String API = "mixpanel.com";

    private final Set<String> allowed;

    HostRule(Set<String> allowed) {
        this.allowed = Set.copyOf(
                allowed.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList());
    }

    /** Whether a {@code Host} header names this server. */
    boolean allows(String header) {
        String host = host(header).toLowerCase(Locale.ROOT);
        return isOrBelow(host, LOCAL)
                || isOrBelow(host, API)
                || allowed.contains(host)
                || IpAddress.parse(host).isPresent();
    }

    private static boolean isOrBelow(String host, String name) {
        return host.equals(name) || host.endsWith("." + name);
    }

    /** The header without port and without the brackets of an IPv6 address. */
    static String host(String header) {
        int bracket = header.indexOf(']');
        if (header.startsWith("[") && bracket > 0) {
            return header.substring(1, bracket);
        }
        int colon = header.indexOf(':');
        return colon < 0 ? header : header.substring(0, colon);
    }
}
