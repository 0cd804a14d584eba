package io.github.profileengine.testdouble.tls;

import io.github.profileengine.location.IpAddress;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The names that a certificate covers, as the content of its extension {@code subjectAltName} (RFC 5280). */
final class SubjectNames {
    /** By default a double listens here, so every certificate covers these names. */
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "::1");

    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;
    private static final int MAX_NAME_LENGTH = 253;
    // Underscores are allowed, because container networks have them in their host names.
    private static final Pattern NAME = Pattern.compile(
            "(\\*\\.)?[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*");

    private SubjectNames() {}

    /**
     * Encodes these hosts and addresses and the loopback names, each once.
     *
     * @throws IllegalArgumentException if one is neither a host name nor an address
     */
    static byte[] encoded(Collection<String> hostsAndAddresses) {
        Set<String> all = new LinkedHashSet<>(LOOPBACK);
        all.addAll(hostsAndAddresses);
        return DerWriter.sequence(all.stream().map(SubjectNames::name).toArray(byte[][]::new));
    }

    private static byte[] name(String hostOrAddress) {
        Optional<IpAddress> address = IpAddress.parse(hostOrAddress);
        return address.isPresent()
                ? DerWriter.retagged(IP_ADDRESS, address.get().bytes())
                : DerWriter.retagged(DNS_NAME, host(hostOrAddress).getBytes(StandardCharsets.US_ASCII));
    }

    private static String host(String host) {
        String ascii;
        try {
            ascii = IDN.toASCII(host).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("neither a host name nor an address: " + host, e);
        }
        // Only digits and dots are a mistyped address: no client would look for such a name.
        boolean digits = ascii.matches("[0-9.]+");
        if (digits || ascii.length() > MAX_NAME_LENGTH || !NAME.matcher(ascii).matches()) {
            throw new IllegalArgumentException("neither a host name nor an address: " + host);
        }
        return ascii;
    }
}
