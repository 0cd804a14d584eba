package io.github.profileengine.oracle;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Many profiles and the alias tables of their projects: SEMANTICS sections 4, 5 and 8, one entry after the other. */
public class OracleStore {
    private final Oracle oracle;
    private final Map<OracleId, Map<String, Object>> profiles = new HashMap<>();
    private final Map<String, Map<String, String>> aliases = new HashMap<>();
    private final Map<Object, Map<String, Object>> locations;

    /** {@code locations} is keyed by address text or by the list of latitude and longitude. */
    public OracleStore(Oracle oracle, Map<Object, Map<String, Object>> locations) {
        this.oracle = oracle;
        this.locations = locations;
    }

    public OracleResult apply(OracleUpdate update, Instant clock) {
        OracleId id = profileOf(update);
        // Validation looks at the id as it was sent, so the target stays. Only the profile is another one.
        OracleUpdate recorded =
                update.resolved(update.target(), update.time() == null ? clock : update.time(), location(update));
        OracleResult result = oracle.reduce(profiles.get(id), recorded);
        if (result.after() == null) {
            profiles.remove(id);
        } else {
            profiles.put(id, result.after());
        }
        return result;
    }

    protected OracleId profileOf(OracleUpdate update) {
        return update.ignoreAlias() ? update.target() : resolve(update.target());
    }

    public OracleId resolve(OracleId target) {
        OracleId end = target;
        while (aliasOf(end) != null) {
            end = OracleId.user(end.token(), aliasOf(end));
        }
        return end;
    }

    /** The distinct id that a user's id is mapped to, or null. */
    protected String aliasOf(OracleId target) {
        return target.isGroup()
                ? null
                : aliases.getOrDefault(target.token(), Map.of()).get(target.id());
    }

    public String alias(OracleAlias call) {
        Map<String, String> table = aliases.computeIfAbsent(call.token(), token -> new HashMap<>());
        if (Objects.equals(table.get(call.alias()), call.id())) {
            return "UNCHANGED";
        }
        boolean cycle = resolve(OracleId.user(call.token(), call.id())).id().equals(call.alias());
        if (table.containsKey(call.alias()) || cycle) {
            return "REFUSED";
        }
        table.put(call.alias(), call.id());
        return "MAPPED";
    }

    private Map<String, Object> location(OracleUpdate update) {
        Double latitude = update.latitude();
        Double longitude = update.longitude();
        if (latitude != null && longitude != null && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) {
            Map<String, Object> found = locations.get(List.of(latitude, longitude));
            if (found == null || found.isEmpty()) {
                return null;
            }
            Map<String, Object> located = new TreeMap<>(found);
            located.put("$geo_source", "reverse_geocoding");
            return located;
        }
        for (Object ip : new Object[] {update.ip(), inside(update, "$set"), inside(update, "$set_once")}) {
            if (isNone(ip)) {
                return null;
            } else if (ip instanceof String text && isAddress(text)) {
                return locations.get(text);
            }
        }
        return null;
    }

    private static Object inside(OracleUpdate update, String operator) {
        return update.operands().get(operator) instanceof Map<?, ?> operand ? operand.get("$ip") : null;
    }

    private static boolean isNone(Object ip) {
        return "0".equals(ip) || ip instanceof Number number && number.doubleValue() == 0;
    }

    private static boolean isAddress(String text) {
        return text.matches("(25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}")
                || text.matches("[0-9a-fA-F:]*:[0-9a-fA-F:]*");
    }

    /** An independent store with the same content. */
    public OracleStore copy() {
        OracleStore copy = new OracleStore(oracle, locations);
        copy.profiles.putAll(profiles);
        aliases.forEach((token, table) -> copy.aliases.put(token, new HashMap<>(table)));
        return copy;
    }

    /** Forgets a project, its aliases too. */
    public void clear(String token) {
        profiles.keySet().removeIf(id -> id.token().equals(token));
        aliases.remove(token);
    }

    /** Stores a profile to start with; null leaves it missing. */
    public void put(OracleId id, Map<String, Object> properties) {
        if (properties != null) {
            profiles.put(id, properties);
        }
    }

    public Map<String, Object> profile(OracleId id) {
        return profiles.get(id);
    }

    /** Every alias of every project. */
    public Set<OracleAlias> aliases() {
        Set<OracleAlias> all = new HashSet<>();
        aliases.forEach((token, table) -> table.forEach((alias, id) -> all.add(new OracleAlias(token, alias, id))));
        return all;
    }

    public Map<OracleId, Map<String, Object>> profiles() {
        return profiles;
    }
}
