package io.github.profileengine.representation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TransitionCacheTest {
    private static final Name[] NONE = {};

    private static Name[] names(String... texts) {
        return Arrays.stream(texts).map(Name::of).toArray(Name[]::new);
    }

    private static Shape with(String... texts) {
        return Shape.EMPTY.changed(names(texts), NONE);
    }

    /** Names come from outside, and shapes live for ever. */
    @Test
    void remember_noRoomLeft_remembersNoMore() {
        AtomicInteger room = new AtomicInteger(16 + 1 + 16 + 2 - 1);
        TransitionCache one = new TransitionCache(64, room);
        TransitionCache other = new TransitionCache(64, room);
        one.remember(Shape.EMPTY, names("a"), NONE, with("a"));
        other.remember(Shape.EMPTY, names("a", "b"), NONE, with("a", "b"));
        assertThat(one.find(names("a"), NONE)).isSameAs(with("a"));
        assertThat(other.find(names("a", "b"), NONE)).isNull();
        assertThat(room).hasValue(16 + 2 - 1);
    }

    @Test
    void remember_sameAgain_takesNoMoreRoom() {
        AtomicInteger room = new AtomicInteger(100);
        TransitionCache cache = new TransitionCache(64, room);
        cache.remember(with("a"), NONE, names("a"), Shape.EMPTY);
        cache.remember(with("a"), NONE, names("a"), Shape.EMPTY);
        assertThat(room).hasValue(100 - 16 - 1);
        assertThat(cache.find(NONE, names("a"))).isSameAs(Shape.EMPTY);
    }

    /** Otherwise the names of the update that came first would be kept for ever beside the shape's own names. */
    @Test
    void own_equalNames_areThoseOfTheShape() {
        Shape shape = with("a", "b");
        Name[] own = shape.own(names("b", "a"));
        assertThat(own).hasSize(2);
        assertThat(own[0]).isSameAs(shape.name(1));
        assertThat(own[1]).isSameAs(shape.name(0));
    }
}
