package io.github.profileengine.laws;

import io.github.profileengine.oracle.OracleAlias;
import io.github.profileengine.oracle.OracleEntry;
import io.github.profileengine.oracle.OracleId;
import io.github.profileengine.oracle.OracleUpdate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Updates with few names and few ids, with every operator, and now and then one that fails. */
public final class RandomUpdates {
    /** The tests' locators know a place for the first three; the others are 0, an unknown address, and no address. */
    static final List<String> ADDRESSES = List.of("10.0.0.1", "10.1.0.1", "2001:db8::1", "0", "192.0.2.9", "nowhere");

    private static final List<String> OPERATORS = List.of(
            "$set",
            "$set_once",
            "$merge",
            "$add",
            "$union",
            "$append",
            "$remove",
            "$unset",
            "$set",
            "$union",
            "$append");
    private static final List<Instant> TIMES = List.of(
            Instant.parse("2024-01-02T03:04:05Z"),
            Instant.parse("2023-12-31T23:59:59.999Z"),
            Instant.parse("1969-12-31T23:59:59.5Z"),
            Instant.parse("0000-01-01T00:00:00Z"),
            Instant.parse("9999-12-31T23:59:59Z"),
            Instant.parse("+10000-01-01T00:00:00Z"));

    private final RandomValues values;
    private final List<String> names;
    private final List<OracleId> ids;
    private final boolean plain;

    private RandomUpdates(Random random, List<String> names, List<OracleId> ids, boolean plain) {
        this.values = new RandomValues(random);
        this.names = names;
        this.ids = ids;
        this.plain = plain;
    }

    /** Any entry: an update, perhaps with a place or time and perhaps one that fails, or an alias. */
    public static OracleEntry entry(Random random, List<String> names, List<OracleId> ids) {
        RandomUpdates updates = new RandomUpdates(random, names, ids, false);
        return updates.values.percent(4) ? updates.alias() : updates.update();
    }

    /** Updates without time, place and alias: a reducer alone can judge them. */
    public static OracleUpdate plain(Random random, List<String> names, List<OracleId> ids) {
        return new RandomUpdates(random, names, ids, true).update();
    }

    /** The same without {@code $delete}. */
    public static OracleUpdate keeping(Random random, List<String> names, List<OracleId> ids) {
        OracleUpdate update = plain(random, names, ids);
        Map<String, Object> operands = new LinkedHashMap<>(update.operands());
        operands.remove("$delete");
        return OracleUpdate.of(update.target(), operands);
    }

    /** An update that is never rejected, with operators on the given names only and without {@code $union}. */
    public static OracleUpdate storable(Random random, List<String> names) {
        RandomUpdates updates = new RandomUpdates(random, names, List.of(ReducerLaws.ID), true);
        Map<String, Object> operands = new LinkedHashMap<>();
        for (String operator : List.of("$set", "$add", "$append", "$remove")) {
            if (updates.values.percent(40)) {
                operands.put(operator, Collections.singletonMap(updates.values.of(names), updates.fitting(operator)));
            }
        }
        return OracleUpdate.of(ReducerLaws.ID, operands);
    }

    private OracleAlias alias() {
        OracleId id = values.of(ids);
        List<String> more = List.of(values.of(ids).id(), values.of(ids).id(), "alias", "alias 2");
        return new OracleAlias(id.token(), values.of(more), values.of(more));
    }

    private OracleUpdate update() {
        Map<String, Object> operands = new LinkedHashMap<>();
        int operators = values.percent(70) ? 1 : values.percent(4) ? 0 : 2 + (values.percent(40) ? 1 : 0);
        for (int i = 0; i < operators; i++) {
            String operator = values.of(OPERATORS);
            operands.put(operator, values.percent(2) ? odd() : operand(operator));
        }
        if (values.percent(5)) {
            operands.put("$delete", values.percent(80) ? "" : values.value());
        }
        OracleUpdate update = OracleUpdate.of(values.of(ids), operands);
        return plain ? update : surrounded(update);
    }

    private OracleUpdate surrounded(OracleUpdate update) {
        Instant time = values.percent(60) ? values.of(TIMES.subList(0, values.percent(5) ? 6 : 5)) : null;
        String ip = values.percent(15) ? values.of(ADDRESSES) : null;
        Double latitude = values.percent(8) ? values.of(List.of(1.5, 2.0, 91.0)) : null;
        Double longitude = latitude == null ? null : values.of(List.of(1.5, 2.0, -180.5));
        return update.at(time).flagged(values.percent(15), values.percent(15)).from(ip, latitude, longitude);
    }

    /** A whole operand of a type that most operators refuse, or an empty one that they accept. */
    private Object odd() {
        return values.of(List.of(List.of(), 5L, true, List.of(1), 0.5, names.get(0)));
    }

    private Object operand(String operator) {
        List<String> named = named();
        if (operator.equals("$unset")) {
            return values.percent(5) ? values.of(names) : named;
        }
        Map<String, Object> operand = new LinkedHashMap<>();
        named.forEach(name -> operand.put(name, values.percent(80) ? fitting(operator) : values.value()));
        if (values.percent(1)) {
            operand.put(names.get(0), values.of(EdgeValues.UNSTORABLE));
        }
        if (!plain && values.percent(6)) {
            operand.put("$ip", values.percent(80) ? values.of(ADDRESSES) : 0);
        }
        return operand;
    }

    private List<String> named() {
        List<String> named = new ArrayList<>(names);
        values.shuffle(named);
        int size = values.percent(4) ? 0 : values.percent(70) ? 1 : values.percent(70) ? 2 : 3;
        return named.subList(0, Math.min(size, named.size()));
    }

    private Object fitting(String operator) {
        return switch (operator) {
            case "$add" -> extremeOrAny();
            case "$merge" -> values.object(List.of("a", "b", "Aa"));
            case "$union", "$remove" -> values.list();
            case "$set" -> values.percent(40) ? values.list() : values.percent(40) ? extremeOrAny() : values.value();
            default -> values.value();
        };
    }

    /** Often so large that two of them overflow. */
    private Number extremeOrAny() {
        return values.percent(30)
                ? values.of(List.of(Long.MAX_VALUE, Long.MIN_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE))
                : values.number();
    }
}
