package io.github.profileengine.benchmark.profile;

import java.util.HashMap;
import java.util.Map;

/** The naive immutable profile: a {@link HashMap} that is copied before every change. */
final class CopiedHashMap implements PropertyMap<Map<String, Object>> {
    @Override
    public Map<String, Object> of(Map<String, Object> properties) {
        return new HashMap<>(properties);
    }

    @Override
    public Map<String, Object> set(Map<String, Object> map, String name, Object value) {
        Map<String, Object> copy = new HashMap<>(map);
        copy.put(name, value);
        return copy;
    }

    @Override
    public Map<String, Object> setOnce(Map<String, Object> map, String name, Object value) {
        return map.containsKey(name) ? map : set(map, name, value);
    }

    @Override
    public Map<String, Object> add(Map<String, Object> map, String name, Long operand) {
        return set(map, name, PropertyMap.sum(map.get(name), operand));
    }

    @Override
    public Map<String, Object> unset(Map<String, Object> map, String name) {
        Map<String, Object> copy = new HashMap<>(map);
        copy.remove(name);
        return copy;
    }

    @Override
    public Map<String, Object> content(Map<String, Object> map) {
        return map;
    }
}
