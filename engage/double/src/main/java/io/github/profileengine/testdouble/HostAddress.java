package io.github.profileengine.testdouble;

import java.util.Objects;

/** The address or name of the machine on which a double listens. */
final class HostAddress {

    private HostAddress() {}

    /**
     * The address without the brackets that an IPv6 address may have, as in a URI.
     *
     * @throws IllegalArgumentException if nothing is left
     */
    static String plain(String address) {
        Objects.requireNonNull(address, "host");
        boolean isBracketed = address.startsWith("[") && address.endsWith("]");
        String plain = isBracketed ? address.substring(1, address.length() - 1) : address;
        // The JDK takes no name for the name of this machine, but no client could connect to it.
        if (plain.isEmpty()) {
            throw new IllegalArgumentException("a host must not be empty");
        }
        return plain;
    }
}
