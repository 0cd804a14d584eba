package io.github.profileengine.wire.request;

import io.github.profileengine.identity.Alias;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The alias calls that an event stands for.
 *
 * <p>{@code $create_alias} maps {@code alias} to {@code distinct_id}. {@code $identify} maps {@code $anon_id} to
 * {@code $identified_id} if either is there, else {@code $anon_distinct_id} to {@code distinct_id}. {@code $merge} maps
 * each later entry of {@code $distinct_ids} to the first. Every other event stands for none.
 */
final class IdentityEvent {

    static final String DISTINCT_ID = "distinct_id";
    private static final String DISTINCT_IDS = "$distinct_ids";

    /** The properties that hold the two ids of an alias call. */
    record Fields(String alias, String id) {}

    private IdentityEvent() {}

    static List<Alias> aliases(String name, String token, Map<String, @Nullable Object> properties)
            throws EventFaultException {
        return switch (name) {
            case "$create_alias", "$identify" -> one(token, properties, fields(name, properties));
            case "$merge" -> merge(token, properties.get(DISTINCT_IDS));
            default -> List.of();
        };
    }

    /** Where the ids of those calls lie, of an event that stands for any. */
    static Fields fields(String name, Map<String, @Nullable Object> properties) {
        return switch (name) {
            case "$identify" -> identify(properties);
            case "$merge" -> new Fields(DISTINCT_IDS, DISTINCT_IDS);
            default -> new Fields("alias", DISTINCT_ID);
        };
    }

    private static Fields identify(Map<String, @Nullable Object> properties) {
        boolean documented = properties.get("$anon_id") != null || properties.get("$identified_id") != null;
        return documented ? new Fields("$anon_id", "$identified_id") : new Fields("$anon_distinct_id", DISTINCT_ID);
    }

    private static List<Alias> one(String token, Map<String, @Nullable Object> properties, Fields fields)
            throws EventFaultException {
        String alias = EventIds.required(properties, fields.alias());
        return List.of(new Alias(token, alias, EventIds.required(properties, fields.id())));
    }

    private static List<Alias> merge(String token, @Nullable Object ids) throws EventFaultException {
        if (ids == null || ids.equals(List.of())) {
            throw EventFaultException.missing(DISTINCT_IDS);
        } else if (!(ids instanceof List<?> list)) {
            throw new EventFaultException(DISTINCT_IDS, "not a list");
        } else {
            String first = EventIds.required(list.get(0), DISTINCT_IDS);
            List<Alias> aliases = new ArrayList<>();
            for (Object later : list.subList(1, list.size())) {
                aliases.add(new Alias(token, EventIds.required(later, DISTINCT_IDS), first));
            }
            return aliases;
        }
    }
}
