package io.github.profileengine.benchmark.profile;

import io.vavr.collection.HashMap;
import java.util.Map;

/** Vavr's persistent {@link HashMap}, a hash array mapped trie. */
final class VavrHashMap implements PropertyMap<HashMap<String, Object>> {
    @Override
    public HashMap<String, Object> of(Map<String, Object> properties) {
        return HashMap.ofAll(properties);
    }

    @Override
    public HashMap<String, Object> set(HashMap<String, Object> map, String name, Object value) {
        return map.put(name, value);
    }

    @Override
    public HashMap<String, Object> setOnce(HashMap<String, Object> map, String name, Object value) {
        return map.containsKey(name) ? map : map.put(name, value);
    }

    @Override
    public HashMap<String, Object> add(HashMap<String, Object> map, String name, Long operand) {
        return map.put(name, PropertyMap.sum(map.get(name).get(), operand));
    }

    @Override
    public HashMap<String, Object> unset(HashMap<String, Object> map, String name) {
        return map.remove(name);
    }

    @Override
    public Map<String, Object> content(HashMap<String, Object> map) {
        return map.toJavaMap();
    }
}
