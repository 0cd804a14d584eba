package io.github.profileengine.location;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A locator with a table of address ranges in CIDR notation; the longest prefix that contains an address wins.
 * Immutable, so any thread may use it. A look-up costs one hash look-up for each prefix length in the table.
 */
public final class CidrLocator implements Locator {
    // Longest prefix first. IPv4 and IPv6 addresses are never equal, so one table for each length serves both.
    private final Map<Integer, Map<IpAddress, Location>> byLength;

    private CidrLocator(Map<Integer, Map<IpAddress, Location>> byLength) {
        this.byLength = byLength;
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    public Optional<Location> locate(IpAddress address) {
        for (Map.Entry<Integer, Map<IpAddress, Location>> prefixes : byLength.entrySet()) {
            if (prefixes.getKey() <= address.bits()) {
                Location location = prefixes.getValue().get(address.prefix(prefixes.getKey()));
                if (location != null) {
                    return Optional.of(location);
                }
            }
        }
        return Optional.empty();
    }

    /** Collects ranges. Not thread-safe. */
    public static final class Builder {
        private static final int IPV6_BITS = 128;

        private final Map<Integer, Map<IpAddress, Location>> byLength = new TreeMap<>((a, b) -> Integer.compare(b, a));

        private Builder() {}

        /**
         * Adds a range such as {@code 192.0.2.0/24} or {@code 2001:db8::/32}; it replaces an equal range added before.
         * A range of IPv4 addresses mapped into IPv6, such as {@code ::ffff:192.0.2.0/120}, counts as the IPv4 range.
         *
         * @throws IllegalArgumentException if the text is not a range, or if bits after the prefix are set
         */
        public Builder put(String cidr, Location location) {
            Objects.requireNonNull(location, "location");
            int slash = cidr.indexOf('/');
            String literal = slash < 0 ? cidr : cidr.substring(0, slash);
            IpAddress address = IpAddress.parse(literal).orElseThrow(() -> noRange(cidr));
            // The literal has more bits than the address if it is an IPv4 address mapped into IPv6.
            int mapped = literal.indexOf(':') < 0 ? 0 : IPV6_BITS - address.bits();
            int length = slash < 0 ? address.bits() : length(cidr.substring(slash + 1), cidr) - mapped;
            if (length > address.bits()) {
                throw noRange(cidr);
            }
            if (length < 0 || !address.prefix(length).equals(address)) {
                throw new IllegalArgumentException("bits after the prefix are set: " + cidr);
            }
            byLength.computeIfAbsent(length, key -> new HashMap<>()).put(address, location);
            return this;
        }

        private static int length(String digits, String cidr) {
            if (!digits.matches("[0-9]{1,3}")) {
                throw noRange(cidr);
            }
            return Integer.parseInt(digits);
        }

        private static IllegalArgumentException noRange(String cidr) {
            return new IllegalArgumentException("no address range: " + cidr);
        }

        public CidrLocator build() {
            Map<Integer, Map<IpAddress, Location>> copy = new TreeMap<>((a, b) -> Integer.compare(b, a));
            byLength.forEach((length, prefixes) -> copy.put(length, Map.copyOf(prefixes)));
            return new CidrLocator(copy);
        }
    }
}
