package io.github.profileengine.location;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A locator from a table of address ranges in CIDR form; the longest prefix that holds an address wins. Immutable once
 * built, so any thread may use it. A look-up costs one hash look-up for each prefix length in the table.
 */
public final class CidrLocator implements Locator {
    // Longest prefix first. IPv4 and IPv6 addresses never equal each other, so one table of a length serves both.
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
        private final Map<Integer, Map<IpAddress, Location>> byLength = new TreeMap<>((a, b) -> Integer.compare(b, a));

        private Builder() {}

        /**
         * Adds a range such as {@code 192.0.2.0/24} or {@code 2001:db8::/32}; a later one replaces an equal one.
         *
         * @throws IllegalArgumentException if it is no range, or bits after the prefix are set
         */
        public Builder put(String cidr, Location location) {
            Objects.requireNonNull(location, "location");
            int slash = cidr.indexOf('/');
            Optional<IpAddress> address = IpAddress.parse(slash < 0 ? cidr : cidr.substring(0, slash));
            int length = slash < 0 ? address.map(IpAddress::bits).orElse(-1) : length(cidr.substring(slash + 1));
            if (address.isEmpty() || length < 0 || length > address.get().bits()) {
                throw new IllegalArgumentException("no address range: " + cidr);
            }
            if (!address.get().prefix(length).equals(address.get())) {
                throw new IllegalArgumentException("bits after the prefix are set: " + cidr);
            }
            byLength.computeIfAbsent(length, key -> new HashMap<>()).put(address.get(), location);
            return this;
        }

        private static int length(String digits) {
            return digits.matches("[0-9]{1,3}") ? Integer.parseInt(digits) : -1;
        }

        public CidrLocator build() {
            Map<Integer, Map<IpAddress, Location>> copy = new TreeMap<>((a, b) -> Integer.compare(b, a));
            byLength.forEach((length, prefixes) -> copy.put(length, Map.copyOf(prefixes)));
            return new CidrLocator(copy);
        }
    }
}
