package io.github.profileengine.benchmark.profile;

import java.util.Map;
import scala.collection.immutable.VectorMap;
import scala.collection.immutable.VectorMap$;
import scala.jdk.javaapi.CollectionConverters;

/** Scala's {@link VectorMap}: persistent and in a fixed order, as profiles are, but in the order of insertion. */
final class ScalaVectorMap implements PropertyMap<VectorMap<String, Object>> {
    @Override
    public VectorMap<String, Object> of(Map<String, Object> properties) {
        VectorMap<String, Object> map = VectorMap$.MODULE$.empty();
        for (Map.Entry<String, Object> property : properties.entrySet()) {
            map = map.updated(property.getKey(), property.getValue());
        }
        return map;
    }

    @Override
    public VectorMap<String, Object> set(VectorMap<String, Object> map, String name, Object value) {
        return map.updated(name, value);
    }

    @Override
    public VectorMap<String, Object> setOnce(VectorMap<String, Object> map, String name, Object value) {
        return map.contains(name) ? map : map.updated(name, value);
    }

    @Override
    public VectorMap<String, Object> add(VectorMap<String, Object> map, String name, Long operand) {
        return map.updated(name, PropertyMap.sum(map.apply(name), operand));
    }

    @Override
    public VectorMap<String, Object> unset(VectorMap<String, Object> map, String name) {
        return map.removed(name);
    }

    @Override
    public Map<String, Object> content(VectorMap<String, Object> map) {
        return CollectionConverters.asJava(map);
    }
}
