package io.github.profileengine.benchmark.profile;

import java.util.Map;
import scala.collection.immutable.Map$;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Scala's default immutable map: {@code Map4} with four entries; with more entries {@code immutable.HashMap}, a
 * compressed hash array mapped prefix tree (CHAMP).
 */
@SuppressWarnings("unchecked") // Java sees less of the return types than Scala
final class ScalaMap implements PropertyMap<scala.collection.immutable.Map<String, Object>> {
    @Override
    public scala.collection.immutable.Map<String, Object> of(Map<String, Object> properties) {
        scala.collection.immutable.Map<String, Object> map = Map$.MODULE$.empty();
        for (Map.Entry<String, Object> property : properties.entrySet()) {
            map = map.updated(property.getKey(), property.getValue());
        }
        return map;
    }

    @Override
    public scala.collection.immutable.Map<String, Object> set(
            scala.collection.immutable.Map<String, Object> map, String name, Object value) {
        return map.updated(name, value);
    }

    @Override
    public scala.collection.immutable.Map<String, Object> setOnce(
            scala.collection.immutable.Map<String, Object> map, String name, Object value) {
        return map.contains(name) ? map : map.updated(name, value);
    }

    @Override
    public scala.collection.immutable.Map<String, Object> add(
            scala.collection.immutable.Map<String, Object> map, String name, Long operand) {
        return map.updated(name, PropertyMap.sum(map.apply(name), operand));
    }

    @Override
    public scala.collection.immutable.Map<String, Object> unset(
            scala.collection.immutable.Map<String, Object> map, String name) {
        return map.removed(name);
    }

    @Override
    public Map<String, Object> content(scala.collection.immutable.Map<String, Object> map) {
        return CollectionConverters.asJava(map);
    }
}
