package io.github.profileengine.testdouble.http;

import io.github.profileengine.location.IpAddress;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides which host names the server answers to. This protects against DNS rebinding: a page of a foreign site can let
 * its own name point to this machine, and then read answers as if they were its own. So the server answers only to
 * names that a foreign site cannot own: addresses, {@code localhost}, the names of the API, which a test may redirect,
 * and those that the user allows or listens at.
 */
final class HostRule {
    private static final Pattern NAME_AND_PORT =
            Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([^\\[\\]:/@\\s]+))(?::[0-9]{0,5})?");
    private static final String LOCAL = "localhost";
    private static final String API = "mixpanel.com";
    private static final String NONE = "";

    private final Set<String> allowed;

    HostRule(Set<String> allowed) {
        this.allowed = Set.copyOf(
                allowed.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList());
    }

    /** Whether a {@code Host} header, a name with an optional port, names this server. */
    boolean allows(String header) {
        String host = host(header).toLowerCase(Locale.ROOT);
        return !host.equals(NONE)
                && (isOrBelow(host, LOCAL)
                        || isOrBelow(host, API)
                        || allowed.contains(host)
                        || IpAddress.parse(host).isPresent());
    }

    private static boolean isOrBelow(String host, String name) {
        return host.equals(name) || host.endsWith("." + name);
    }

    /** The name without port and without the brackets of an IPv6 address; empty if the header is malformed. */
    private static String host(String header) {
        Matcher parts = NAME_AND_PORT.matcher(header);
        if (!parts.matches()) {
            return NONE;
        }
        String bracketed = parts.group(1);
        return bracketed == null ? parts.group(2) : bracketed;
    }
}
