package io.github.profileengine.representation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class StagedChangesProperties {
    private static final int NAMES = 100;
    // Too long to be cached, so that each call creates another instance.
    private static final String LONG = "n".repeat(256);

    /**
     * More names than are searched one by one, and more than there are bits, in several updates one after the other.
     */
    @Property(tries = 300)
    void indexOf_anyNames_isWhereEachWasAddedSinceTheRestart(
            @ForAll @Size(max = 4) List<@Size(max = 250) List<@IntRange(max = NAMES - 1) Integer>> updates) {
        StagedChanges staged = new StagedChanges();
        for (List<Integer> update : updates) {
            Map<Integer, Integer> places = new HashMap<>();
            for (int asked : update) {
                assertThat(staged.indexOf(name(asked))).isEqualTo(places.getOrDefault(asked, -1));
                if (!places.containsKey(asked)) {
                    staged.begin(name(asked), 0);
                    staged.add(asked);
                    places.put(asked, places.size());
                }
            }
            assertThat(staged.size()).isEqualTo(places.size());
            for (int asked = 0; asked < NAMES; asked++) {
                assertThat(staged.indexOf(name(asked))).isEqualTo(places.getOrDefault(asked, -1));
            }
            staged.restart();
        }
    }

    private static Name name(int number) {
        return Name.of(number % 3 == 0 ? LONG + number : "n" + number);
    }
}
