package io.github.profileengine.benchmark.profile;

import java.util.Map;
import org.eclipse.collections.api.map.ImmutableMap;
import org.eclipse.collections.impl.factory.Maps;

/** Eclipse Collections' {@link ImmutableMap}: every change copies the map. */
final class EclipseImmutableMap implements PropertyMap<ImmutableMap<String, Object>> {
    @Override
    public ImmutableMap<String, Object> of(Map<String, Object> properties) {
        return Maps.immutable.withAll(properties);
    }

    @Override
    public ImmutableMap<String, Object> set(ImmutableMap<String, Object> map, String name, Object value) {
        return map.newWithKeyValue(name, value);
    }

    @Override
    public ImmutableMap<String, Object> setOnce(ImmutableMap<String, Object> map, String name, Object value) {
        return map.containsKey(name) ? map : map.newWithKeyValue(name, value);
    }

    @Override
    public ImmutableMap<String, Object> add(ImmutableMap<String, Object> map, String name, Long operand) {
        return map.newWithKeyValue(name, PropertyMap.sum(map.get(name), operand));
    }

    @Override
    public ImmutableMap<String, Object> unset(ImmutableMap<String, Object> map, String name) {
        return map.newWithoutKey(name);
    }

    @Override
    public Map<String, Object> content(ImmutableMap<String, Object> map) {
        return map.castToMap();
    }
}
