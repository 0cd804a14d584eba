package io.github.profileengine.benchmark.profile;

import java.util.HashMap;
import java.util.Map;

/** A mutable {@link HashMap} that is changed in place under its own monitor: nobody can keep an older version. */
final class MonitoredHashMap implements PropertyMap<Map<String, Object>> {
    @Override
    public Map<String, Object> of(Map<String, Object> properties) {
        return new HashMap<>(properties);
    }

    @Override
    public Map<String, Object> set(Map<String, Object> map, String name, Object value) {
        synchronized (map) {
            map.put(name, value);
        }
        return map;
    }

    @Override
    public Map<String, Object> setOnce(Map<String, Object> map, String name, Object value) {
        synchronized (map) {
            map.putIfAbsent(name, value);
        }
        return map;
    }

    @Override
    public Map<String, Object> add(Map<String, Object> map, String name, Long operand) {
        synchronized (map) {
            map.put(name, PropertyMap.sum(map.get(name), operand));
        }
        return map;
    }

    @Override
    public Map<String, Object> unset(Map<String, Object> map, String name) {
        synchronized (map) {
            map.remove(name);
        }
        return map;
    }

    @Override
    public Map<String, Object> content(Map<String, Object> map) {
        synchronized (map) {
            return new HashMap<>(map);
        }
    }
}
